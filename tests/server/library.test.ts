import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LibraryRecord } from "#content/library/record.ts";
import { nextStamp } from "#content/library/stamp.ts";
import { type Accounts, type Browser, newReader, openAccounts } from "../support/accounts.ts";
import { databases } from "../support/databases.ts";

const saved = (id: string, time: number, device: string, headline: string | null): LibraryRecord => ({
  kind: "saved",
  id,
  stamp: nextStamp(undefined, time, device),
  value: headline === null ? null : { slug: id, headline, savedAt: 1 },
});

/** Records that an account here holds at most. */
const ROOM = 2250;

describe.each(databases)("a library in $name", ({ env }) => {
  let accounts: Accounts;
  beforeAll(async () => void (accounts = await openAccounts({ ...env, LIBRARY_RECORDS: String(ROOM) })));
  afterAll(() => accounts.close());

  const reader = async () => (await newReader(accounts)).browser;

  const sync = async (browser: Browser, since: number, records: LibraryRecord[] = []) =>
    (await browser.ask("POST", "/library", { since, records })).json();

  test("a device hears what another changed, and only that", async () => {
    const browser = await reader();
    const first = await sync(browser, 0, [saved("a", 10, "desk", "A"), saved("b", 11, "desk", "B")]);
    const second = await sync(browser, first.revision, [saved("c", 12, "phone", "C")]);
    expect(second.records.map(({ id }: LibraryRecord) => id)).toEqual(["c"]);
    expect(await sync(browser, second.revision)).toMatchObject({ revision: second.revision, records: [], more: false });
  });

  test("whoever comes last to the server, the later change holds", async () => {
    const browser = await reader();
    await sync(browser, 0, [saved("a", 20, "desk", "later")]);
    await sync(browser, 0, [saved("a", 10, "phone", "earlier")]);
    const { records } = await sync(browser, 0);
    expect(records).toEqual([saved("a", 20, "desk", "later")]);
  });

  test("a record keeps the language of its story, and one of an earlier version needs none", async () => {
    const browser = await reader();
    const old = saved("a", 10, "desk", "A");
    const arabic: LibraryRecord = {
      kind: "read",
      id: "b",
      stamp: nextStamp(undefined, 11, "desk"),
      value: { slug: "b", headline: "ب", inLanguage: "ar", readAt: 1 },
    };
    await sync(browser, 0, [old, arabic]);
    expect(new Set((await sync(browser, 0)).records)).toEqual(new Set([old, arabic]));
  });

  test("nobody sees the library of another", async () => {
    await sync(await reader(), 0, [saved("mine", 10, "desk", "Mine")]);
    expect((await sync(await reader(), 0)).records).toEqual([]);
    expect((await accounts.browser().ask("POST", "/library", { since: 0, records: [] })).status).toBe(401);
  });

  test("a stamp from the future is refused and named, so that it cannot win for ever", async () => {
    const ahead = saved("a", Date.now() + 60 * 60 * 1000, "desk", "A");
    const answer = await sync(await reader(), 0, [ahead]);
    expect([answer.refused, answer.records]).toEqual([["saved/a"], []]);
  });

  test("a thousand things and more come in parts, each whole", async () => {
    const browser = await reader();
    for (let part = 0; part < 5; part++)
      await sync(
        browser,
        0,
        Array.from({ length: 450 }, (_, index) => saved(`s-${part}-${index}`, 10 + index, "desk", "S")),
      );
    const ids = new Set<string>();
    let [since, more] = [0, true];
    while (more) {
      const answer = await sync(browser, since);
      for (const { id } of answer.records) ids.add(id);
      ({ revision: since, more } = answer);
    }
    expect(ids.size).toBe(2250);
  });

  test("an account that is full takes changes of what it has, and names what had no room", async () => {
    const browser = await reader();
    let revision = 0;
    for (let part = 0; part < 5; part++) {
      const all = Array.from({ length: ROOM / 5 }, (_, index) => saved(`s-${part}-${index}`, 10, "desk", "S"));
      ({ revision } = await sync(browser, revision, all));
    }
    const gone = saved("s-0-0", 20, "desk", null);
    const answer = await sync(browser, revision, [saved("new", 20, "desk", "New"), gone]);
    expect([answer.full, answer.refused, answer.records]).toEqual([["saved/new"], [], [gone]]);
  });

  test("a device that holds the library of another account is turned away, and leaves nothing", async () => {
    const [first, second] = [await reader(), await reader()];
    const { account } = await sync(first, 0);
    expect((await sync(second, 0)).account).not.toBe(account);
    const mixed = await second.ask("POST", "/library", { account, since: 0, records: [saved("a", 10, "desk", "A")] });
    expect([mixed.status, (await mixed.json()).code]).toEqual([409, "other-account"]);
    expect((await sync(second, 0)).records).toEqual([]);
  });

  test("what three devices change in any order comes together at the server", async () => {
    const order = fc.array(
      fc.record({ device: fc.constantFrom("desk", "phone", "pad1"), id: fc.constantFrom("a", "b"), time: fc.integer({ min: 1, max: 50 }) }),
      { maxLength: 8 },
    );
    const browser = await reader();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(order, async (changes) => {
        run += 1;
        const records = changes.map(({ device, id, time }) => saved(`${id}-${run}`, time, device, `${device} ${time}`));
        for (const record of records) await sync(browser, 0, [record]);
        const { records: all } = await sync(browser, 0);
        for (const record of records) {
          const winner = records.filter(({ id }) => id === record.id).toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))[0];
          expect(all.find(({ id }: LibraryRecord) => id === record.id)).toEqual(winner);
        }
      }),
      { numRuns: 10, seed: 5 },
    );
  });
});
