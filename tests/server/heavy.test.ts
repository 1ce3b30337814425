import { randomUUID } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sealed } from "#content/library/sync.ts";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { serverSettings } from "../../src/server/serverSettings.ts";
import { type Accounts, type Browser, newReader, openAccounts } from "../support/accounts.ts";
import { databases } from "../support/databases.ts";
import { exported, long, many, stamp } from "../support/fullLibrary.ts";
import { giveKey, idOf, KEY } from "../support/sealed.ts";

test("an export that fails on its way does not look whole", async () => {
  const accounts = await openAccounts();
  const { browser } = await newReader(accounts);
  await giveKey(browser);
  await browser.ask("POST", "/library", { key: KEY, since: 0, records: [long("first")] });
  const { db } = openDatabase(serverSettings({}, accounts.origin, accounts.folder));
  const row = await db.selectFrom("library").selectAll().executeTakeFirstOrThrow();
  // More than the buffers of a connection take, so that the server waits for the reader.
  for (let part = 0; part < 20; part++)
    await db
      .insertInto("library")
      .values(Array.from({ length: 100 }, (_, index) => ({ ...row, id: `h${part}-${index}` })))
      .execute();
  const answer = await exported(accounts, browser);
  expect(answer.statusCode).toBe(200);
  await db.schema.alterTable("library").renameColumn("value", "gone").execute();
  await expect(text(answer)).rejects.toThrow("aborted");
  await db.destroy();
  await accounts.close();
});

describe.each(databases)("one account, in $name,", ({ env }) => {
  let accounts: Accounts;
  beforeAll(async () => void (accounts = await openAccounts({ ...env, LIBRARY_MEGABYTES: "8" })));
  afterAll(() => accounts.close());

  const post = (browser: Browser, records: Sealed[], since = 0) => browser.ask("POST", "/library", { key: KEY, since, records });

  const reader = async () => {
    const { browser } = await newReader(accounts);
    await giveKey(browser);
    return browser;
  };

  /** Fills a library, as a device that knows what it has sent. */
  const fill = async (browser: Browser, parts: number) => {
    let revision = 0;
    for (let part = 0; part < parts; part++) ({ revision } = await (await post(browser, many(part * 90, part * 90 + 90), revision)).json());
  };

  test("holds no more bytes than it has room for, says which, and takes what makes room", async () => {
    const browser = await reader();
    const full: string[] = [];
    let revision = 0;
    for (let part = 0; part < 5; part++) {
      const answer = await (await post(browser, many(part * 90, part * 90 + 90), revision)).json();
      full.push(...answer.full);
      ({ revision } = answer);
    }
    const fitting = 450 - full.length;
    expect(fitting * 20_000).toBeLessThan(8_000_000);
    expect((fitting + 1) * 20_500).toBeGreaterThan(8_000_000);
    expect(full[0]).toBe(idOf(`h${fitting}`));
    const gone = { ...long("h0", 20), value: "gone" };
    expect((await (await post(browser, [gone, long("late")], revision)).json()).full).toEqual([]);
    expect((await (await post(browser, [long("later")], revision)).json()).full).toEqual([idOf("later")]);
  });

  test("gets answers of a bounded size, and all of them", async () => {
    const browser = await reader();
    await fill(browser, 4);
    const ids = new Set<string>();
    for (let [since, more] = [0, true]; more;) {
      const text = await (await post(browser, [], since)).text();
      expect(text.length).toBeLessThan(4_000_000);
      const answer = JSON.parse(text);
      for (const { id } of answer.records) ids.add(id);
      ({ revision: since, more } = answer);
    }
    expect(ids.size).toBe(360);
  });

  test("cannot have more answers wait than a few", async () => {
    const browser = await reader();
    await fill(browser, 4);
    // Nobody reads them.
    const waiting = [];
    for (let count = 0; count < 4; count++) waiting.push(await exported(accounts, browser));
    expect(waiting.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429, 429]);
    for (const answer of waiting) answer.destroy();
    const again = async () => {
      const answer = await browser.ask("GET", "/account/export");
      await answer.arrayBuffer();
      return answer.status;
    };
    await expect.poll(again).toBe(200);
  });

  test("leaves whole in parts, and keeps others from nothing meanwhile", async () => {
    const browser = await reader();
    const first = `first-${randomUUID().slice(0, 30)}`;
    await post(browser, [long(first)]);
    const { db } = openDatabase(serverSettings(env, accounts.origin, accounts.folder));
    const { user_id: user } = await db.selectFrom("library").select("user_id").where("id", "=", idOf(first)).executeTakeFirstOrThrow();
    for (let part = 0; part < 40; part++)
      await db
        .insertInto("library")
        .values(
          Array.from({ length: 500 }, (_, index) => ({
            user_id: user,
            kind: "saved",
            id: `s${part}-${index}`,
            stamp: stamp(10),
            value: '{"slug":"a","headline":"A","savedAt":1}',
            revision: 2,
            sealed_by: "",
          })),
        )
        .execute();
    await db.destroy();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const start = performance.now();
    delay.enable();
    const text = await (await browser.ask("GET", "/account/export")).text();
    delay.disable();
    const { library } = JSON.parse(text);
    expect(library).toHaveLength(20_001);
    expect(library[0]).toEqual({ kind: "saved", id: "s0-0", stamp: stamp(10), value: { slug: "a", headline: "A", savedAt: 1 } });
    expect(delay.max / 1e6).toBeLessThan((performance.now() - start) / 2);
  });
});
