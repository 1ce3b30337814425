import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { SyncRequest, SyncResponse } from "#content/library/sync.ts";
import { changeLibrary, library } from "#reader/data/library/library.ts";
import { keepKey } from "#reader/features/account/sync/deviceKey.ts";
import { startSync } from "#reader/features/account/sync/startSync.ts";
import { newKey, sealerOf, settled } from "#reader/features/account/sync/libraryKey.ts";
import { noteSync, syncState } from "#reader/features/account/sync/syncState.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";

anOwnLibrary();

// Its timers would stand among those of the tries.
vi.mock("#reader/data/fetchInTime.ts", () => ({ fetchInTime: (...asked: Parameters<typeof fetch>) => fetch(...asked) }));

const key = { ...settled(newKey()), shared: true };
let asked: SyncRequest[] = [];
let askedAt = 0;
let answers: (() => Response)[] = [];

const well = (): Response =>
  Response.json({
    account: "a",
    revision: 1,
    records: [],
    plain: [],
    more: false,
    refused: [],
    full: [],
    now: Date.now(),
  } satisfies SyncResponse);
const problem = (status: number, code: string) => () => Response.json({ code }, { status });

beforeEach(async () => {
  asked = [];
  answers = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body));
    askedAt = Date.now();
    return (answers.shift() ?? well)();
  });
  await library().ready;
  const database = await library().database();
  if (database) await keepKey(database, key);
});

const start = () => onTestFinished(startSync());
const save = (slug: string) => changeLibrary("saved", slug, { slug, headline: slug, savedAt: 1 });
const idsAsked = () => asked.map(({ records }) => records.map(({ id }) => id));
const online = () => dispatchEvent(new Event("online"));

test("nothing is sent while it is off", async () => {
  start();
  await save("a");
  online();
  await vi.waitFor(async () => expect(await library().all()).toHaveLength(1));
  expect([asked, syncState()]).toEqual([[], undefined]);
});

test("a device without the account's key asks nothing, and says what it needs", async () => {
  const database = await library().database();
  await database?.delete("account", "key");
  noteSync({ at: 5 });
  start();
  await vi.waitFor(() => expect(syncState()).toEqual({ at: 5, trouble: "key-needed" }));
  expect(asked).toEqual([]);
});

test("the server is asked at the start, and told together what was changed in a moment", async () => {
  noteSync({});
  start();
  await vi.waitFor(() => expect(syncState()?.at).toBeDefined());
  await save("a");
  await save("b");
  await vi.waitFor(() => expect(asked).toHaveLength(2), { timeout: 5000 });
  const { seal } = sealerOf(key);
  const sealed = await Promise.all((await library().all()).map(seal));
  expect(idsAsked()).toEqual([[], sealed.map(({ id }) => id)]);
  expect(JSON.stringify(asked)).not.toContain("saved");
  await vi.waitFor(async () => expect(await (await library().database())?.countFromIndex("records", "unsent")).toBe(0));
});

test("a failure is noted with its reason and what was done before; when the connection is back it is tried at once", async () => {
  noteSync({ at: 5 });
  answers = [problem(507, "disk-full")];
  start();
  await vi.waitFor(() => expect(syncState()).toEqual({ at: 5, trouble: "disk-full" }));
  online();
  await vi.waitFor(() => expect(syncState()?.trouble).toBeUndefined());
  expect(asked).toHaveLength(2);
});

test("after a failure it is tried again by itself, later each time, and a change does not hasten it", async () => {
  const waits: number[] = [];
  const timers = vi.spyOn(globalThis, "setTimeout");
  const later = () => {
    waits.splice(
      0,
      waits.length,
      ...timers.mock.calls.flatMap(([, wait]) => (wait !== undefined && wait >= 2000 && wait < 30_000 ? [wait] : [])),
    );
    return waits;
  };
  noteSync({});
  answers = [problem(500, "server-error"), problem(500, "server-error"), problem(500, "server-error")];
  start();
  await vi.waitFor(() => expect(later()).toEqual([5000]));
  await save("a");
  expect(later()).toEqual([5000]);
  online();
  await vi.waitFor(() => expect(later()).toEqual([5000, 10_000]));
  online();
  await vi.waitFor(() => expect(later()).toEqual([5000, 10_000, 20_000]));
});

test("an error that nobody expected is reported, and it is tried again", async () => {
  const timers = vi.spyOn(globalThis, "setTimeout");
  const reported = vi.fn<typeof reportError>();
  vi.stubGlobal("reportError", reported);
  const error = new TypeError("a bug");
  noteSync({});
  const broken = vi.spyOn(library(), "database").mockRejectedValueOnce(error);
  start();
  await vi.waitFor(() => expect(reported).toHaveBeenCalledWith(error));
  await vi.waitFor(() => expect(timers.mock.calls.map(([, wait]) => wait)).toContain(5000));
  broken.mockRestore();
  online();
  await vi.waitFor(() => expect(syncState()?.at).toBeDefined());
});

test("who was signed out elsewhere keeps the library, and is told", async () => {
  await save("a");
  noteSync({});
  answers = [problem(401, "signed-out")];
  start();
  await vi.waitFor(() => expect(syncState()?.trouble).toBe("signed-out"));
  expect((await library().all()).map(({ id }) => id)).toEqual(["a"]);
});

test("what is switched off while the server answers stays off", async () => {
  noteSync({});
  answers = [
    () => {
      noteSync(undefined);
      return well();
    },
  ];
  start();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await vi.waitFor(async () => expect(await (await library().database())?.get("account", "known")).toMatchObject({ since: 1 }));
  expect(syncState()).toBeUndefined();
});

test("what other devices changed is asked for when the window is focused, and at growing intervals while the page is used", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  noteSync({});
  start();
  const times = async (count: number) => {
    await expect.poll(() => asked.length).toBe(count);
    // None may be under way when the test ends.
    await expect.poll(() => syncState()?.at ?? 0).toBeGreaterThanOrEqual(askedAt);
  };
  const use = () => dispatchEvent(new Event("scroll"));
  await times(1);
  // Nobody reads: nothing is asked for, until somebody does.
  vi.advanceTimersByTime(3_600_000);
  expect(asked).toHaveLength(1);
  use();
  await times(2);
  use();
  vi.advanceTimersByTime(59_000);
  expect(asked).toHaveLength(2);
  vi.advanceTimersByTime(1000);
  await times(3);
  for (const [at, wait] of [120_000, 240_000, 300_000, 300_000].entries()) {
    use();
    vi.advanceTimersByTime(wait);
    await times(4 + at);
  }
  dispatchEvent(new Event("focus"));
  await times(8);
  use();
  vi.advanceTimersByTime(30_000);
  await times(9);
});
