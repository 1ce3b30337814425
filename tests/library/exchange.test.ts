import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { nextStamp } from "#content/library/stamp.ts";
import { ApiError } from "#reader/data/ApiError.ts";
import { changeOf } from "#reader/data/library/change.ts";
import type { Unsent } from "#reader/data/library/libraryDatabase.ts";
import { type Ask, DeviceError, exchange, type Request } from "#reader/features/account/sync/exchange.ts";
import { NO_ROOM, readKnown, retryRefused, startOver, TOO_LARGE, unsentRecords } from "#reader/features/account/sync/ledger.ts";
import { Device, save } from "../support/device.ts";
import { openLibraryServer } from "../support/libraryServer.ts";

let server: Awaited<ReturnType<typeof openLibraryServer>>;
let devices: Device[] = [];
beforeAll(async () => void (server = await openLibraryServer({})));
afterAll(() => server.close());
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await Promise.all(devices.map(({ store }) => store.close()));
  devices = [];
});

const device = (): Device => {
  devices.push(new Device());
  return devices.at(-1) ?? new Device();
};

const remove = (slug: string) => changeOf("saved", slug, () => null);
const read = (slug: string) => changeOf("read", slug, () => ({ slug, headline: slug, readAt: 1 }));

/** An account, and what it was asked. */
async function account(room?: number, clock = () => Date.now()): Promise<{ ask: Ask; asked: Request[] }> {
  const asked: Request[] = [];
  const ask = await server.account(clock, room);
  return {
    asked,
    ask: (request) => {
      asked.push(request);
      return ask(request);
    },
  };
}

async function refusedOf({ store }: Device, why: Unsent): Promise<string[]> {
  const database = await store.database();
  return database ? (await unsentRecords(database, why)).map(({ id }) => id) : [];
}

test("only what changed is sent, and only what others changed is asked for", async () => {
  const { ask, asked } = await account();
  const [desk, phone] = [device(), device()];
  await desk.store.change([save("a"), save("b")]);
  await exchange(desk.store, ask, true);
  await exchange(phone.store, ask, true);
  expect(await phone.names()).toEqual(["saved/a", "saved/b"]);
  await phone.store.change([remove("a")]);
  await exchange(phone.store, ask, true);
  await exchange(desk.store, ask, true);
  expect(await desk.names()).toEqual(["saved/b"]);
  await exchange(desk.store, ask, true);
  const [first, second] = [asked[3]?.since ?? 0, asked[5]?.since ?? 0];
  expect(asked.map(({ since, records }) => [since, records.map(({ id }) => id)])).toEqual([
    // A device asks what there is before it first sends anything.
    [0, []],
    [0, ["a", "b"]],
    [0, []],
    [first, ["a"]],
    [first, []],
    [second, []],
  ]);
  expect(0 < first && first < second).toBe(true);
});

test.each(["the one that knows most", "one that has slept since before the backup"])(
  "after a restored backup three devices agree within two syncs, and nothing is lost: %s syncs first",
  async (who) => {
    const { ask } = await account();
    const [desk, phone, tablet] = [device(), device(), device()];
    const inStep = async (...some: Device[]) => {
      for (const one of some) await exchange(one.store, ask, true);
    };
    await desk.store.change([save("before")]);
    await inStep(desk, phone, tablet);
    const restore = await server.backup();
    await desk.store.change([save("after"), remove("before")]);
    await inStep(desk, phone);
    await phone.store.change([save("later")]);
    await inStep(phone, desk);
    await restore();
    await tablet.store.change([save("alone")]);
    const order = who.startsWith("one that") ? [tablet, desk, phone] : [desk, phone, tablet];
    await inStep(...order);
    await inStep(...order);
    for (const one of [desk, phone, tablet]) expect(await one.names()).toEqual(["saved/after", "saved/alone", "saved/later"]);
  },
);

test("whose library it is stays known where the line breaks after a restored backup was told", async () => {
  const { ask } = await account();
  const desk = device();
  await desk.store.change([save("a")]);
  const restore = await server.backup();
  await exchange(desk.store, ask, true);
  await restore();
  let broken = false;
  const breaking: Ask = async (request) => {
    if (broken) throw new ApiError("connection");
    return ask(request).catch((error: unknown) => {
      broken = true;
      throw error;
    });
  };
  await expect(exchange(desk.store, breaking, true)).rejects.toThrow(ApiError);
  const known = await desk.store.database().then((database) => database && readKnown(database));
  expect([known?.since, typeof known?.account]).toEqual([0, "string"]);
});

test("a device that comes long after a backup was restored sends anew what was lost, and is then in step", async () => {
  const { ask, asked } = await account();
  const [desk, late] = [device(), device()];
  await desk.store.change([save("before")]);
  await exchange(desk.store, ask, true);
  await exchange(late.store, ask, true);
  const restore = await server.backup();
  await late.store.change([save("lost")]);
  await exchange(late.store, ask, true);
  await restore();
  let { revision } = await ask({ since: 0, records: [] });
  const [before] = asked.flatMap(({ records }) => records);
  if (before === undefined) throw new Error("Nothing was sent.");
  for (let count = 1; count <= 600; count++)
    ({ revision } = await ask({ since: revision, records: [{ ...before, stamp: nextStamp(before.stamp, Date.now() + count, "desk") }] }));
  await exchange(late.store, ask, true);
  await exchange(desk.store, ask, true);
  expect(await desk.names()).toEqual(["saved/before", "saved/lost"]);
  asked.length = 0;
  await exchange(late.store, ask, true);
  expect(asked).toHaveLength(1);
});

test("what a clock in the future has written is stamped anew in its order, and the clock goes on from now once it is right", async () => {
  const { ask, asked } = await account();
  const [desk, phone] = [device(), device()];
  const now = Date.now();
  const clock = vi.spyOn(Date, "now").mockReturnValue(now + 3_600_000);
  await desk.store.change([save("a", "first")]);
  await desk.store.change([save("b", "second")]);
  clock.mockReturnValue(now);
  await exchange(desk.store, ask, true);
  const [a, b] = await desk.all();
  expect((a?.stamp ?? "") < (b?.stamp ?? "")).toBe(true);
  await phone.store.change([save("c")]);
  await exchange(phone.store, ask, true);
  expect(await phone.names()).toEqual(["saved/a", "saved/b", "saved/c"]);
  asked.length = 0;
  await desk.store.change([remove("a")]);
  await exchange(desk.store, ask, true);
  expect(asked).toHaveLength(1);
  await exchange(phone.store, ask, true);
  expect(await phone.names()).toEqual(["saved/b", "saved/c"]);
});

test("a record stamped anew comes after what was heard of it while its stamp was wrong", async () => {
  const now = Date.now();
  const { ask } = await account(undefined, () => now);
  const [desk, phone] = [device(), device()];
  const clock = vi.spyOn(Date, "now").mockReturnValue(now + 60_000);
  await desk.store.change([save("a", "from the desk, whose clock is a minute ahead")]);
  await exchange(desk.store, ask, true);
  clock.mockReturnValue(now + 3_600_000);
  await phone.store.change([save("a", "from the phone, whose clock is an hour ahead")]);
  await exchange(phone.store, ask, true);
  await exchange(desk.store, ask, true);
  expect(await desk.all()).toEqual(await phone.all());
  expect((await desk.all())[0]?.value).toMatchObject({ headline: "from the phone, whose clock is an hour ahead" });
});

test("a record that is too large stays on the device and is in nobody's way, until it is changed", async () => {
  const { ask } = await account();
  const proxy: Ask = (request) => (JSON.stringify(request).length > 3000 ? Promise.reject(new ApiError("too-large")) : ask(request));
  const [desk, phone] = [device(), device()];
  await desk.store.change([save("long", "x".repeat(900)), ...Array.from({ length: 40 }, (_, at) => save(`s${at}`))]);
  const passage = { exact: "y".repeat(4000), prefix: "", suffix: "", start: 0, end: 4000 };
  const highlight = { slug: "s0", headline: "S", passage, colour: "blue", madeAt: 1 } as const;
  await desk.store.change([changeOf("highlight", "h", () => highlight)]);
  await exchange(desk.store, proxy, true);
  expect(await refusedOf(desk, TOO_LARGE)).toEqual(["h"]);
  await exchange(phone.store, ask, true);
  expect(await phone.names()).toHaveLength(41);
  expect(await desk.names()).toContain("highlight/h");
  await desk.store.change([changeOf("highlight", "h", () => ({ ...highlight, passage: { ...passage, exact: "y", end: 1 } }))]);
  await exchange(desk.store, proxy, true);
  expect(await refusedOf(desk, TOO_LARGE)).toEqual([]);
});

test("what an account has no room for is kept on the device, and sent when it is asked for again", async () => {
  const { ask } = await account(2);
  const desk = device();
  await desk.store.change([save("a"), save("b"), save("c")]);
  await exchange(desk.store, ask, true);
  await exchange(desk.store, ask, true);
  expect(await refusedOf(desk, NO_ROOM)).toEqual(["c"]);
  expect(await desk.names()).toEqual(["saved/a", "saved/b", "saved/c"]);
  const more = await account(3);
  const database = await desk.store.database();
  if (!database) throw new Error("The device has a database.");
  await retryRefused(database);
  expect(await refusedOf(desk, NO_ROOM)).toEqual([]);
  await startOver(database);
  await exchange(desk.store, more.ask, true);
  expect(await refusedOf(desk, NO_ROOM)).toEqual([]);
});

test("a history that does not come along is neither sent nor taken in, and comes when it is wanted", async () => {
  const { ask } = await account();
  const [desk, phone] = [device(), device()];
  await desk.store.change([save("a"), read("a")]);
  await phone.store.change([read("b")]);
  await exchange(desk.store, ask, true);
  await exchange(phone.store, ask, false);
  await exchange(desk.store, ask, true);
  expect(await phone.names()).toEqual(["read/b", "saved/a"]);
  expect(await desk.names()).toEqual(["read/a", "saved/a"]);
  await exchange(phone.store, ask, true);
  await exchange(desk.store, ask, true);
  for (const each of [desk, phone]) expect(await each.names()).toEqual(["read/a", "read/b", "saved/a"]);
});

test("the library of one account does not get into another, unless the reader starts over", async () => {
  const [first, second] = [await account(), await account()];
  const desk = device();
  await desk.store.change([save("a")]);
  await exchange(desk.store, first.ask, true);
  await desk.store.change([save("b")]);
  await expect(exchange(desk.store, second.ask, true)).rejects.toMatchObject({ code: "other-account" });
  expect((await second.ask({ since: 0, records: [] })).records).toEqual([]);
  expect(await desk.names()).toEqual(["saved/a", "saved/b"]);
  const database = await desk.store.database();
  if (database) await startOver(database);
  await exchange(desk.store, second.ask, true);
  expect((await second.ask({ since: 0, records: [] })).records.map(({ id }) => id).toSorted()).toEqual(["a", "b"]);
});

test("a device that keeps nothing is in step with nothing, and says so", async () => {
  const { ask, asked } = await account();
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
  await expect(exchange(device().store, ask, true)).rejects.toThrow(DeviceError);
  expect(asked).toEqual([]);
});

test("what has no room on the device is asked for once more", async () => {
  const { ask, asked } = await account();
  const [desk, phone] = [device(), device()];
  await desk.store.change([save("a")]);
  await exchange(desk.store, ask, true);
  await phone.store.ready;
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("No room", "QuotaExceededError");
  });
  await expect(exchange(phone.store, ask, true)).rejects.toThrow(DeviceError);
  put.mockRestore();
  await phone.reopen();
  await exchange(phone.store, ask, true);
  expect(await phone.names()).toEqual(["saved/a"]);
  expect(asked.at(-1)?.since).toBe(0);
});
