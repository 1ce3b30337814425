import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { nextStamp } from "#content/library/stamp.ts";
import type { NewKey, Sealed } from "#content/library/sync.ts";
import { type Accounts, type Browser, newReader, openAccounts } from "../../support/accounts.ts";
import { databases } from "../../support/databases.ts";
import { giveKey, idOf, KEY, sealed } from "../../support/sealed.ts";

/** Records that an account here holds at most. */
const ROOM = 2250;

describe.each(databases)("a library in $name", ({ env }) => {
  let accounts: Accounts;
  beforeAll(async () => void (accounts = await openAccounts({ ...env, LIBRARY_RECORDS: String(ROOM) })));
  afterAll(() => accounts.close());

  const reader = async () => {
    const { browser } = await newReader(accounts);
    await giveKey(browser);
    return browser;
  };

  const sync = async (browser: Browser, since: number, records: Sealed[] = []) =>
    (await browser.ask("POST", "/library", { key: KEY, since, records })).json();

  /** As it comes back: with the key that it is sealed with. */
  const back = (record: Sealed | undefined) => ({ ...record, key: KEY });

  test("a device hears what another changed, and only that", async () => {
    const browser = await reader();
    const first = await sync(browser, 0, [sealed("a", 10, "desk", "A"), sealed("b", 11, "desk", "B")]);
    const second = await sync(browser, first.revision, [sealed("c", 12, "phone", "C")]);
    expect(second.records.map(({ id }: Sealed) => id)).toEqual([idOf("c")]);
    expect(await sync(browser, second.revision)).toMatchObject({ revision: second.revision, records: [], more: false });
  });

  test("whoever comes last to the server, the later change holds", async () => {
    const browser = await reader();
    await sync(browser, 0, [sealed("a", 20, "desk", "later")]);
    await sync(browser, 0, [sealed("a", 10, "phone", "earlier")]);
    const { records } = await sync(browser, 0);
    expect(records).toEqual([back(sealed("a", 20, "desk", "later"))]);
  });

  test("a change replaces only what its device has seen, and an answer that is lost costs nothing", async () => {
    const browser = await reader();
    const [theirs, ours] = [sealed("a", 10, "desk", "theirs"), sealed("a", 20, "phone", "ours")];
    await sync(browser, 0, [theirs]);
    await sync(browser, 0, [ours]);
    const answer = await sync(browser, 0, [ours]);
    expect(answer).toMatchObject({ refused: [ours.id], records: [back(theirs)] });
    expect(await sync(browser, answer.revision, [ours])).toMatchObject({ refused: [], records: [back(ours)] });
    expect(await sync(browser, 0, [ours])).toMatchObject({ refused: [], records: [back(ours)] });
  });

  test("nobody sees the library of another", async () => {
    await sync(await reader(), 0, [sealed("mine", 10, "desk", "Mine")]);
    expect((await sync(await reader(), 0)).records).toEqual([]);
    expect((await accounts.browser().ask("POST", "/library", { since: 0, records: [] })).status).toBe(401);
  });

  test("a stamp from the future is refused and named, so that it cannot win for ever", async () => {
    const ahead = sealed("a", Date.now() + 60 * 60 * 1000, "desk", "A");
    const answer = await sync(await reader(), 0, [ahead]);
    expect([answer.refused, answer.records]).toEqual([[idOf("a")], []]);
  });

  test("a thousand things and more come in parts, each whole", async () => {
    const browser = await reader();
    for (let part = 0; part < 5; part++)
      await sync(
        browser,
        0,
        Array.from({ length: 450 }, (_, index) => sealed(`s-${part}-${index}`, 10 + index, "desk", "S")),
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
      const all = Array.from({ length: ROOM / 5 }, (_, index) => sealed(`s-${part}-${index}`, 10, "desk", "S"));
      ({ revision } = await sync(browser, revision, all));
    }
    const gone = sealed("s-0-0", 20, "desk", "gone");
    const answer = await sync(browser, revision, [sealed("new", 20, "desk", "New"), gone]);
    expect([answer.full, answer.refused, answer.records]).toEqual([[idOf("new")], [], [back(gone)]]);
  });

  test("an app that does not encrypt is told that it has to, whatever its records look like", async () => {
    const { browser } = await newReader(accounts);
    const old = {
      kind: "saved",
      id: "voyager",
      stamp: nextStamp(undefined, 10, "desk"),
      value: { slug: "voyager", headline: "V", savedAt: 1 },
    };
    for (const given of [false, true]) {
      if (given) await giveKey(browser);
      const answer = await browser.ask("POST", "/library", { since: 0, records: [old] });
      expect([answer.status, (await answer.json()).code]).toEqual([409, "key-needed"]);
    }
  });

  test("a key says whose it is, its owner hears of each change, and deleting what others opened takes a recent sign-in", async () => {
    const { browser, email } = await newReader(accounts);
    await giveKey(browser);
    const { account, key } = await (await browser.ask("GET", "/library/key")).json();
    expect([account, key.id]).toEqual([(await sync(browser, 0)).account, KEY]);
    await accounts.settled();
    expect(accounts.emailTo(email)).not.toContain("encrypts your library");
    const next: NewKey = { expects: KEY, id: "n".repeat(22), phrase: "p", earlier: "e", forget: false };
    expect((await browser.ask("POST", "/library/key", next)).status).toBe(200);
    await expect.poll(() => accounts.emailTo(email)).toContain("The key that encrypts your library");
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 16 * 60 * 1000);
    const late = await browser.ask("POST", "/library/key", { ...next, expects: next.id, id: "m".repeat(22), forget: true });
    vi.restoreAllMocks();
    expect([late.status, (await late.json()).code]).toEqual([403, "sign-in-again"]);
  });

  test("what a key takes besides its own records is kept for that key only", async () => {
    const browser = await reader();
    expect((await browser.ask("POST", "/library/key/earlier", { key: KEY, earlier: "nothing" })).status).toBe(200);
    const other = await browser.ask("POST", "/library/key/earlier", { key: "x".repeat(22), earlier: "all" });
    expect([other.status, (await other.json()).code]).toEqual([409, "key-changed"]);
    expect((await (await browser.ask("GET", "/library/key")).json()).key.earlier).toBe("nothing");
  });

  test("what no database could store or compare is refused as such", async () => {
    const browser = await reader();
    const record = sealed("a", 10, "desk", "A");
    const status = async (body: object) => (await browser.ask("POST", "/library", { key: KEY, since: 0, records: [], ...body })).status;
    for (const since of [2 ** 53, 2 ** 63, 1e300, -1, 0.5, "1"]) expect(await status({ since }), String(since)).toBe(400);
    for (const replaces of [
      { kind: "saved", id: "a\0b" },
      { kind: "sa\0ved", id: "a" },
    ])
      expect(await status({ records: [{ ...record, replaces }] }), JSON.stringify(replaces)).toBe(400);
    expect(await status({ account: "a\0b" })).toBe(409);
    expect((await browser.ask("POST", "/account/passkeys/remove", { id: "a\0b" })).status).toBe(400);
    expect((await browser.ask("POST", "/account/sessions/end", { id: "a\0b" })).status).toBe(404);
    expect(await status({ since: Number.MAX_SAFE_INTEGER })).toBe(409);
  });

  test("a device that holds the library of another account is turned away, and leaves nothing", async () => {
    const [first, second] = [await reader(), await reader()];
    const { account } = await sync(first, 0);
    expect((await sync(second, 0)).account).not.toBe(account);
    const mixed = await second.ask("POST", "/library", { account, key: KEY, since: 0, records: [sealed("a", 10, "desk", "A")] });
    expect([mixed.status, (await mixed.json()).code]).toEqual([409, "other-account"]);
    expect((await sync(second, 0)).records).toEqual([]);
  });

  test("what three devices change in any order comes together at the server", async () => {
    const order = fc.array(
      fc.record({ device: fc.constantFrom("desk", "phone", "pad1"), id: fc.constantFrom("a", "b"), time: fc.integer({ min: 1, max: 50 }) }),
      { maxLength: 8 },
    );
    const browser = await reader();
    let [run, revision] = [0, 0];
    await fc.assert(
      fc.asyncProperty(order, async (changes) => {
        run += 1;
        const records = changes.map(({ device, id, time }) => sealed(`${id}-${run}`, time, device, `${device}-${time}`));
        for (const record of records) ({ revision } = await sync(browser, revision, [record]));
        const { records: all } = await sync(browser, 0);
        for (const record of records) {
          const winner = records.filter(({ id }) => id === record.id).toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))[0];
          expect(all.find(({ id }: Sealed) => id === record.id)).toEqual(back(winner));
        }
      }),
      { numRuns: 10, seed: 5 },
    );
  });
});
