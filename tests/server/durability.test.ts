import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Sealed } from "#content/library/sync.ts";
import { Browser, emailsIn, newReader } from "../support/accounts.ts";
import { type AccountsProcess, accountsProcess, freePort } from "../support/accountsProcess.ts";
import { giveKey, KEY, sealed } from "../support/sealed.ts";

let folder: string;
let running: AccountsProcess | undefined;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "broadsheet-durable-"))));
afterEach(async () => {
  await running?.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const readerAt = async ({ origin }: AccountsProcess) => {
  const accounts = { browser: () => new Browser(origin), emailTo: (to: string) => emailsIn(folder, to).at(-1) };
  const { browser } = await newReader(accounts);
  await giveKey(browser);
  return browser;
};

const write = (browser: Browser, records: Sealed[]) => browser.ask("POST", "/library", { key: KEY, since: 0, records });

const idsOf = async (browser: Browser): Promise<Set<string>> => {
  const { library } = await (await browser.ask("GET", "/account/export")).json();
  return new Set(library.map(({ id }: Sealed) => id.replace(/_+$/u, "")));
};

const soundness = () => {
  const database = new Libsql(join(folder, "accounts.db"));
  const result = database.prepare("PRAGMA integrity_check").get();
  database.close();
  return result;
};

test("kill -9 in the middle of writing loses nothing that was acknowledged", { timeout: 120_000 }, async () => {
  const port = await freePort();
  running = await accountsProcess({ folder, port });
  const browser = await readerAt(running);
  const acknowledged: string[] = [];
  let count = 0;
  const writer = async () => {
    for (; count < 100;) {
      const ids = Array.from({ length: 20 }, (_, index) => `w-${count}-${index}`);
      count += 1;
      const answer = await write(
        browser,
        ids.map((id) => sealed(id)),
      ).catch(() => undefined);
      if (answer?.ok !== true) return;
      acknowledged.push(...ids);
    }
  };
  const writing = Promise.all([writer(), writer(), writer(), writer()]);
  await expect.poll(() => acknowledged.length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(200);
  expect(await running.end("SIGKILL")).toBe("SIGKILL");
  await writing;
  expect(count).toBeLessThan(100);

  running = await accountsProcess({ folder, port });
  const kept = await idsOf(browser);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  await running.end("SIGTERM");
  expect(soundness()).toMatchObject({ integrity_check: "ok" });
});

test("a full disk is told in a sentence, loses nothing and spoils nothing", { timeout: 120_000 }, async () => {
  const port = await freePort();
  running = await accountsProcess({ folder, port, kilobytes: 1500 });
  const browser = await readerAt(running);
  const acknowledged: string[] = [];
  let refused: Response | undefined;
  for (let count = 0; count < 100 && refused === undefined; count++) {
    const ids = Array.from({ length: 100 }, (_, index) => `w-${count}-${index}`);
    const answer = await write(
      browser,
      ids.map((id) => sealed(id, 10, "desk", "v".repeat(750))),
    );
    if (answer.ok) acknowledged.push(...ids);
    else refused = answer;
  }
  expect(refused?.status).toBe(507);
  expect(await refused?.json()).toMatchObject({ code: "disk-full" });
  expect((await browser.ask("GET", "/health")).status).toBe(200);
  expect(await idsOf(browser)).toEqual(new Set(acknowledged));
  await running.end("SIGKILL");
  expect(soundness()).toMatchObject({ integrity_check: "ok" });

  running = await accountsProcess({ folder, port });
  expect((await write(browser, [sealed("after")])).status).toBe(200);
  expect(await idsOf(browser)).toEqual(new Set([...acknowledged, "after"]));
});
