import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { nextStamp } from "#content/library/stamp.ts";
import type { SyncRequest } from "#content/library/sync.ts";
import { ApiError } from "#reader/data/ApiError.ts";
import { changeOf } from "#reader/data/library/change.ts";
import { keepKey, readKey, requireEncryption } from "#reader/features/account/sync/deviceKey.ts";
import { exchange } from "#reader/features/account/sync/exchange.ts";
import { NO_ROOM, readKnown, retryRefused, unsentRecords } from "#reader/features/account/sync/ledger.ts";
import { newKey, openedKey, sealerOf, settled, wrapTaken } from "#reader/features/account/sync/libraryKey.ts";
import { type Send, type Unread, withEncryption } from "#reader/features/account/sync/withEncryption.ts";
import { databases } from "../support/databases.ts";
import { Device, save } from "../support/device.ts";
import { openLibraryServer } from "../support/libraryServer.ts";

const clock = () => Date.now();
const none = (unread: Unread) => expect.fail(`Records could not be read: ${JSON.stringify(unread)}`);
const story = (slug: string, stamp = nextStamp(undefined, 10, "desk")): LibraryRecord => ({
  kind: "read",
  id: slug,
  stamp,
  value: { slug, headline: `A headline of ${slug}`, readAt: 1 },
});

let devices: Device[] = [];
afterEach(async () => {
  await Promise.all(devices.map(({ store }) => store.close()));
  devices = [];
});

const device = (): Device => {
  const made = new Device();
  devices.push(made);
  return made;
};

describe.each(databases)("an encrypted library in $name", ({ env }) => {
  let server: Awaited<ReturnType<typeof openLibraryServer>>;
  beforeAll(async () => void (server = await openLibraryServer(env)));
  afterAll(() => server.close());

  test("tells the server neither what is read nor whether it was taken away", async () => {
    const [mine, other] = [await server.reader(clock), await server.reader(clock)];
    for (const { send, changeKey } of [mine, other]) {
      const { store } = device();
      await store.change([
        save("voyager", "Voyager 1 makes sense again"),
        save("gone-for-good"),
        changeOf("saved", "gone-for-good", () => null),
      ]);
      await exchange(store, withEncryption(await changeKey(), send, none), true);
    }
    const rows = await mine.rows();
    expect(rows).toHaveLength(2);
    // What is encrypted is letters too, and short words come up in it by chance.
    expect(JSON.stringify(rows)).not.toMatch(/voyager|gone-for-good|saved|headline|:null/iu);
    expect(new Set(rows.map(({ value }) => value.length)).size).toBe(1);
    const ids = new Set(rows.map(({ id }) => id));
    expect((await other.rows()).some(({ id }) => ids.has(id))).toBe(false);
  });

  test("takes in what was synced before it was encrypted, and deletes that, also what this device keeps no history of", async () => {
    const { send, storePlain, changeKey, rows, size } = await server.reader(clock);
    const before = Array.from({ length: 700 }, (_, index) => story(`story-${index}`));
    await storePlain(before);
    const key = await changeKey();
    const [desk, phone] = [device(), device()];
    await exchange(desk.store, withEncryption(key, send, none), false);
    expect(await desk.names()).toEqual([]);
    const after = await rows();
    expect(after).toHaveLength(700);
    expect(JSON.stringify(after)).not.toMatch(/story-|headline/u);
    expect(await size()).toEqual({ records: 700, bytes: after.reduce((sum, { value }) => sum + value.length + 200, 0) });
    await exchange(phone.store, withEncryption(key, send, none), true);
    expect(await phone.all()).toEqual(before.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  });

  test("goes on with that where it was cut off, and is not kept from it by a full account", async () => {
    const { send, storePlain, changeKey, rows } = await server.reader(clock, 600);
    await storePlain(Array.from({ length: 600 }, (_, index) => story(`story-${index}`)));
    const key = await changeKey();
    const desk = device();
    let left = 2;
    const breaking: Send = async (request: SyncRequest) => {
      if (left-- === 0) throw new ApiError("connection");
      return send(request);
    };
    await expect(exchange(desk.store, withEncryption(key, breaking, none), true)).rejects.toThrow(ApiError);
    const kinds = new Set((await rows()).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(["read", "sealed"]));
    await exchange(desk.store, withEncryption(key, send, none), true);
    expect(new Set((await rows()).map((row) => row.sealed_by))).toEqual(new Set([key.id]));
    expect(await desk.names()).toHaveLength(600);
  });

  test("is encrypted anew when its key is changed, and the old key opens nothing any more", async () => {
    const { send, changeKey, rows } = await server.reader(clock);
    const first = await changeKey();
    const [desk, phone, late] = [device(), device(), device()];
    await desk.store.change([save("a"), save("b")]);
    await exchange(desk.store, withEncryption(first, send, none), true);
    const before = await rows();
    const second = await changeKey(first);
    await expect(exchange(phone.store, withEncryption(first, send, none), true)).rejects.toMatchObject({ code: "key-changed" });
    // A device that never had the old key reads what it has sealed by the new one, which carries it.
    await exchange(late.store, withEncryption(second, send, none), true);
    expect(await late.names()).toEqual(["saved/a", "saved/b"]);
    const after = await rows();
    expect(after).toHaveLength(2);
    expect(after.filter(({ id }) => before.some((row) => row.id === id))).toEqual([]);
    const { open } = sealerOf(first);
    for (const { id, stamp, value } of after) expect(await open({ id, stamp, value, key: first.id })).toBeUndefined();
  });

  test("begun anew without its key holds what devices still have, and nothing that cannot be read", async () => {
    const { send, changeKey, rows, size } = await server.reader(clock);
    const lost = await changeKey();
    const [desk, phone] = [device(), device()];
    await desk.store.change([save("on-desk")]);
    await exchange(desk.store, withEncryption(lost, send, none), true);
    await phone.store.change([save("on-phone")]);
    const key = { ...(await changeKey(lost, true)), earlier: {} };
    expect(await rows()).toEqual([]);
    expect(await size()).toMatchObject({ records: 0, bytes: 0 });
    for (const { store } of [phone, desk, phone]) {
      const database = await store.database();
      if (database) await keepKey(database, key);
      await exchange(store, withEncryption(key, send, none), true);
    }
    expect(await phone.names()).toEqual(["saved/on-desk", "saved/on-phone"]);
    expect(await desk.names()).toEqual(["saved/on-desk", "saved/on-phone"]);
  });

  test("takes nothing unencrypted nor of earlier keys once all is moved, whatever the server holds", async () => {
    const { send, storePlain, changeKey, rows, forge } = await server.reader(clock);
    await storePlain([story("before")]);
    const first = await changeKey();
    const desk = device();
    await desk.store.change([save("a")]);
    await exchange(desk.store, withEncryption(first, send, none), true);
    const second = await changeKey(first);
    await keepKey((await desk.store.database()) ?? expect.fail(), second);
    await exchange(desk.store, withEncryption(second, send, none), true);
    const held = await rows();
    await forge([story("forged")]);
    const { seal } = sealerOf(first);
    await forge([{ ...(await seal(story("old"))), key: first.id }]);
    let unread: Unread = { unopened: 0, newer: 0 };
    const phone = device();
    await exchange(
      phone.store,
      withEncryption(settled(second), send, (found) => (unread = found)),
      true,
    );
    expect([await phone.names(), unread]).toEqual([["read/before", "saved/a"], { unopened: 2, newer: 0 }]);
    expect((await rows()).length).toBe(held.length + 2);
  });

  test("settles its key after a whole pull, here at once and for other devices when the server hears of it", async () => {
    const { send, changeKey } = await server.reader(clock);
    const key = await changeKey(await changeKey());
    const { store } = device();
    const database = (await store.database()) ?? expect.fail();
    await keepKey(database, key);
    await exchange(store, withEncryption(key, send, none), true);
    await expect(requireEncryption(database, key, () => Promise.reject(new ApiError("connection")))).rejects.toThrow(ApiError);
    const kept = await readKey(database);
    expect(kept).toMatchObject({ earlier: {}, plain: false, retired: key.earlier, shared: false });
    let told = "";
    await requireEncryption(database, kept ?? key, async (shared) => (told = await wrapTaken(shared)));
    expect(await readKey(database)).toMatchObject({ earlier: {}, plain: false, shared: true });
    expect(await openedKey(key.id, key.secret, told)).toMatchObject({ earlier: {}, plain: false });
  });

  test("keeps records of a newer version of the app where they are, and reads them once it can", async () => {
    const { send, changeKey, rows } = await server.reader(clock);
    const key = await changeKey();
    const thread = { kind: "thread", id: "a", stamp: nextStamp(undefined, 20, "desk"), value: { of: "a later version" } };
    await send({ key: key.id, since: 0, records: [await sealerOf(key).seal(thread)] });
    const desk = device();
    const unread: Unread[] = [];
    await exchange(
      desk.store,
      withEncryption(key, send, (found) => unread.push(found)),
      true,
    );
    expect([unread, await desk.all()]).toEqual([[{ unopened: 0, newer: 1 }], []]);
    // Under another key they are encrypted anew, unread.
    const next = await changeKey(key);
    await exchange(
      desk.store,
      withEncryption(next, send, (found) => unread.push(found)),
      true,
    );
    const late = device();
    await exchange(
      late.store,
      withEncryption(next, send, (found) => unread.push(found)),
      true,
    );
    const [row] = await rows();
    expect(row?.sealed_by).toBe(next.id);
    expect(row && (await sealerOf(next).open({ ...row, key: next.id }))).toEqual(thread);
    // A version that reads other records asks for all of them.
    const database = (await desk.store.database()) ?? expect.fail();
    const known = await readKnown(database);
    expect(known.since).toBeGreaterThan(0);
    await database.put("account", { ...known, reads: "fewer" }, "known");
    const asked: number[] = [];
    const listening: Send = (request) => (asked.push(request.since), send(request));
    await exchange(
      desk.store,
      withEncryption(next, listening, () => {}),
      true,
    );
    expect(asked).toEqual([0]);
  });

  test("fits under another key into an account that is more than half full, and says nothing else", async () => {
    const { send, storePlain, changeKey, rows } = await server.reader(clock, 600);
    await storePlain(Array.from({ length: 600 }, (_, index) => story(`story-${index}`)));
    const { store } = device();
    const database = (await store.database()) ?? expect.fail();
    const first = await changeKey();
    await exchange(store, withEncryption(first, send, none), true);
    const key = await changeKey(first);
    await keepKey(database, key);
    await exchange(store, withEncryption(key, send, none), true);
    expect(await unsentRecords(database, NO_ROOM)).toEqual([]);
    expect(new Set((await rows()).map((row) => row.sealed_by))).toEqual(new Set([key.id]));
  });

  test("what could not be opened comes once more when it is tried again", async () => {
    const { send, changeKey } = await server.reader(clock);
    const [key, other] = [await changeKey(), newKey()];
    await send({ key: key.id, since: 0, records: [await sealerOf(other).seal(story("a"))] });
    const { store } = device();
    const database = (await store.database()) ?? expect.fail();
    const counts: number[] = [];
    const ask = withEncryption(key, send, ({ unopened }) => counts.push(unopened));
    await exchange(store, ask, true);
    await exchange(store, ask, true);
    expect(counts).toEqual([1]);
    await retryRefused(database);
    await exchange(store, ask, true);
    expect(counts).toEqual([1, 1]);
  });

  test("takes nothing that is not encrypted, nor under a key that is not the account's", async () => {
    const { send, changeKey } = await server.reader(clock);
    const { seal } = sealerOf(newKey());
    const records = [await seal(story("a"))];
    await expect(send({ since: 0, records })).rejects.toMatchObject({ code: "key-needed" });
    const key = await changeKey();
    await expect(send({ since: 0, records })).rejects.toMatchObject({ code: "key-changed" });
    await expect(send({ key: newKey().id, since: 0, records })).rejects.toMatchObject({ code: "key-changed" });
    await expect(changeKey(undefined)).rejects.toMatchObject({ code: "key-changed" });
    expect((await send({ key: key.id, since: 0, records })).records).toHaveLength(1);
  });
});
