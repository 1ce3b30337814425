import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { Browser, emailsIn, newReader } from "../support/accounts.ts";
import { type AccountsProcess, accountsProcess, freePort } from "../support/accountsProcess.ts";
import { exported, many } from "../support/fullLibrary.ts";
import { giveKey, KEY } from "../support/sealed.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** What others may wait for 99 of 100 answers, in milliseconds, and what the server may take at most, in megabytes. */
const MOST = { wait: 250, memory: 512 };

/** How long the one account does all that it may, in milliseconds. */
const WHILE = 60_000;

test("an account at every limit keeps nobody waiting, and the server small", async ({ task }) => {
  const folder = temporaryFolder();
  const server = await accountsProcess({ folder, port: await freePort() });
  const accounts = { browser: () => new Browser(server.origin), emailTo: (to: string) => emailsIn(folder, to).at(-1) };
  const { browser: heavy, email } = await newReader(accounts);
  const { browser: other } = await newReader(accounts);
  await giveKey(heavy);
  await fill(heavy);

  const end = Date.now() + WHILE;
  const over = () => Date.now() > end;
  const again = async (work: () => Promise<unknown>) => {
    while (!over()) {
      await work().catch(() => {});
      // Most are refused at once: without a moment between them, it is this process that would be slow.
      await wait(20);
    }
  };
  const read = async (answer: Promise<Response>) => (await answer).arrayBuffer();
  const busy = [
    ...[1, 2, 3, 4].map(() => again(() => read(heavy.ask("POST", "/library", { key: KEY, since: 0, records: [] })))),
    ...[1, 2].map((part) => again(() => read(heavy.ask("POST", "/library", { key: KEY, since: 0, records: many(part * 90) })))),
    ...[1, 2].map(() => again(() => unread(server, heavy))),
    again(() => read(heavy.ask("POST", "/sign-in", { email, password: "wrong" }))),
    again(() => read(heavy.ask("POST", "/forgot", { email }))),
    ...["/library", "/sign-in"].map((path) => again(() => read(heavy.ask("POST", path, "[".repeat(2_000_000))))),
  ];
  const waits: number[] = [];
  while (!over()) {
    const start = performance.now();
    if (waits.length % 2 === 0) await read(other.ask("GET", "/account"));
    else await read(other.ask("POST", "/library", { since: 0, records: [] }));
    waits.push(performance.now() - start);
    // Below what one account may ask in a minute.
    await wait(Math.max(0, 300 - (performance.now() - start)));
  }
  await Promise.all(busy);
  const memory = Number(/VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${server.process}/status`, "utf8"))?.[1]) / 1000;
  await server.end("SIGTERM");
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  task.meta.figure = `${waits.length} answers to another, half within ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms; at most ${Math.round(memory)} MB`;
  expect(at(0.99)).toBeLessThan(MOST.wait);
  expect(memory).toBeLessThan(MOST.memory);
});

/** Sends records until the account has no more room. */
async function fill(browser: Browser): Promise<void> {
  let revision = 0;
  for (let part = 0, isFull = false; !isFull; part++) {
    const answer = await browser.ask("POST", "/library", { key: KEY, since: revision, records: many(part * 90) });
    // The account may ask so often in a minute, and no oftener.
    if (answer.status === 429) await wait(1000 * Number(answer.headers.get("Retry-After")));
    else {
      const { revision: next, full } = await answer.json();
      revision = next;
      isFull = full.length > 0;
    }
  }
}

/** Asks for an export and leaves it unread for a while. */
async function unread(server: AccountsProcess, browser: Browser): Promise<void> {
  const answer = await exported(server, browser);
  await wait(3000);
  answer.destroy();
}
