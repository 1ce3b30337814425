import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { nextStamp } from "#content/library/stamp.ts";
import { ApiError } from "#reader/data/ApiError.ts";
import { type Change, changeOf } from "#reader/data/library/change.ts";
import { keepKey, readKey } from "#reader/features/account/sync/deviceKey.ts";
import { type Ask, exchange } from "#reader/features/account/sync/exchange.ts";
import { withEncryption } from "#reader/features/account/sync/withEncryption.ts";
import { databases } from "../support/databases.ts";
import { Device, save } from "../support/device.ts";
import { openLibraryServer } from "../support/libraryServer.ts";

const NOON = 1_800_000_000_000;
const HOUR = 3_600_000;

/**
 * How many histories are tried. Each takes PostgreSQL much longer, and what differs between the databases is
 * tried in tests/server on both.
 */
const runsOver = (env: Record<string, string>) => ("DATABASE_URL" in env ? 30 : 150);

/** How far the clock of each device is ahead of the server's, which is right. */
const CLOCKS = [0, -HOUR, 3 * HOUR];

const step = fc.oneof(
  fc.record({
    type: fc.constant("change" as const),
    device: fc.nat(2),
    id: fc.constantFrom("a", "b", "c"),
    does: fc.constantFrom("save", "remove", "note"),
  }),
  fc.record({ type: fc.constant("add" as const), device: fc.nat(2) }),
  fc.record({
    type: fc.constant("sync" as const),
    device: fc.nat(2),
    /** The connection may break before the server has heard, or before its answer is here; or the reader goes on meanwhile, here or on another device. */
    meets: fc.constantFrom("nothing", "before", "after", "change", "other"),
  }),
  fc.record({ type: fc.constant("reopen" as const), device: fc.nat(2) }),
  /** The reader changes the key on one device, and enters the new phrase on the others when they ask for it. */
  fc.record({ type: fc.constant("changeKey" as const), device: fc.nat(2) }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

afterEach(() => void vi.restoreAllMocks());

describe.each(databases)("three devices of one account in $name", ({ env }) => {
  let server: Awaited<ReturnType<typeof openLibraryServer>>;
  beforeAll(async () => void (server = await openLibraryServer(env)));
  afterAll(() => server.close());

  test("hold the same library in the end, whatever they did in whatever order", { timeout: 240_000 }, async () => {
    const before = fc.uniqueArray(fc.constantFrom("a", "b", "old-1", "old-2"));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), before, async (steps, plain) => {
        let now = NOON;
        const account = await openAccount(server, () => now, plain);
        const devices = CLOCKS.map(() => new Device());
        const added: string[] = [];
        for (const [place, each] of steps.entries()) {
          now += 1000;
          const device = devices[each.device];
          if (!device) continue;
          vi.spyOn(Date, "now").mockReturnValue(now + (CLOCKS[each.device] ?? 0));
          if (each.type === "add") added.push(`own-${place}`);
          await play(each, { device, other: devices[(each.device + 1) % CLOCKS.length] ?? device }, account, `own-${place}`);
        }
        for (const device of [...devices, ...devices]) await account.sync(device);
        const [first, ...others] = await Promise.all(devices.map((device) => device.all()));
        for (const other of others) expect(other).toEqual(first);
        // What nobody took away is there, once; so is what earlier versions had stored unencrypted.
        expect(first?.filter(({ id, value }) => id.startsWith("own-") && value !== null).map(({ id }) => id)).toEqual(added.toSorted());
        expect(first?.map(({ id }) => id)).toEqual(expect.arrayContaining(plain));
        const rows = await account.rows();
        expect(rows.map(({ stamp }) => stamp).toSorted()).toEqual(first?.map(({ stamp }) => stamp).toSorted());
        expect(new Set(rows.map((row) => row.sealed_by))).toEqual(new Set(rows.length > 0 ? [account.key().id] : []));
        await Promise.all(devices.map(({ store }) => store.close()));
      }),
      { numRuns: runsOver(env), seed: 23 },
    );
  });
});

type Account = Awaited<ReturnType<typeof openAccount>>;

/** An account whose library was synced unencrypted before. Its reader has the words of the present key, whichever device made it. */
async function openAccount(server: Awaited<ReturnType<typeof openLibraryServer>>, clock: () => number, plain: string[]) {
  const { send, storePlain, changeKey, rows } = await server.reader(clock);
  const stamps = plain.map((id, index): LibraryRecord => {
    const value = { slug: id, headline: id, savedAt: 1 };
    return { kind: "saved", id, stamp: nextStamp(undefined, NOON - 1000 + index, "desk"), value };
  });
  if (stamps.length > 0) await storePlain(stamps);
  let key = await changeKey();
  const enter = async ({ store }: Device) => {
    const database = await store.database();
    if (database && (await readKey(database))?.id !== key.id) await keepKey(database, key);
  };
  const sync = async (device: Device, meets?: (ask: Ask) => Ask): Promise<void> => {
    const database = await device.store.database();
    const own = (database && (await readKey(database))) ?? key;
    const ask = withEncryption(own, send, (unread) => expect.fail(`Records could not be read: ${JSON.stringify(unread)}`));
    await exchange(device.store, meets?.(ask) ?? ask, true).catch(async (error: unknown) => {
      if (!(error instanceof ApiError && error.code === "key-changed")) throw error;
      await enter(device);
      await sync(device, meets);
    });
  };
  return {
    key: () => key,
    rows,
    sync,
    changeKey: async (device: Device): Promise<void> => {
      key = await changeKey(key);
      await enter(device);
    },
  };
}

type Played = { device: Device; other: Device };

async function play(each: Step, { device, other }: Played, account: Account, fresh: string): Promise<void> {
  switch (each.type) {
    case "change":
      return device.store.change([changeTo(each.id, each.does)]);
    case "add":
      return device.store.change([save(fresh)]);
    case "changeKey":
      return account.changeKey(device);
    case "reopen":
      return device.reopen();
    case "sync":
      return account
        .sync(device, (ask) => meeting(ask, each.meets, device, () => account.sync(other)))
        .catch((error: unknown) => {
          if (!(error instanceof ApiError && error.code === "connection")) throw error;
        });
  }
}

function changeTo(id: string, does: "save" | "remove" | "note"): Change {
  if (does === "save") return save(id);
  if (does === "remove") return changeOf("saved", id, () => null);
  const passage = { exact: "words", prefix: "", suffix: "", start: 0, end: 5 };
  return changeOf("highlight", id, (before) => ({
    slug: id,
    headline: id,
    passage,
    colour: "yellow",
    note: `${before?.note ?? ""}!`,
    madeAt: 1,
  }));
}

const meeting =
  (ask: Ask, what: string, { store }: Device, syncOther: () => Promise<void>): Ask =>
  async (request) => {
    if (what === "before") throw new ApiError("connection");
    if (what === "other" && request.records.length > 0) await syncOther();
    const answer = await ask(request);
    if (what === "after") throw new ApiError("connection");
    if (what === "change" && request.records.length > 0) await store.change([changeTo("a", "note"), changeTo("b", "save")]);
    return answer;
  };
