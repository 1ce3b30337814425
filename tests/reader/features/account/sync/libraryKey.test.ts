import { expect, test } from "vitest";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { nextStamp } from "#content/library/stamp.ts";
import {
  isRestored,
  keyAfterRestore,
  newKey,
  openedKey,
  sealerOf,
  settled,
  unwrap,
  wrap,
  wrapTaken,
} from "#reader/features/account/sync/libraryKey.ts";
import { type Send, withEncryption } from "#reader/features/account/sync/withEncryption.ts";

const story = (slug: string): LibraryRecord => ({
  kind: "read",
  id: slug,
  stamp: nextStamp(undefined, 10, "desk"),
  value: { slug, headline: `A headline of ${slug}`, readAt: 1 },
});

test("a record that was exchanged for another, given another stamp or cut is not opened, and is counted", async () => {
  const key = newKey();
  const { seal } = sealerOf(key);
  const [a, b] = [await seal(story("a")), await seal(story("b"))];
  const records = [{ ...a, id: b.id }, { ...b, stamp: nextStamp(b.stamp, 99, "evil") }, { ...a, value: a.value.slice(0, 40) }, a];
  const answer = { account: "x", revision: 1, plain: [], more: false, refused: [], full: [], now: 0 };
  const send: Send = () => Promise.resolve({ ...answer, records: records.map((record) => ({ ...record, key: key.id })) });
  let unopened = 0;
  const { records: opened } = await withEncryption(key, send, (unread) => (unopened += unread.unopened))({ since: 0, records: [] });
  expect([opened, unopened]).toEqual([[story("a")], 3]);
});

test("what a key takes besides is nothing where its copy was tampered with, and all once more after a restored backup", async () => {
  const first = newKey();
  const second = newKey(first);
  const copy = await wrapTaken(second);
  expect(await openedKey(second.id, second.secret, copy)).toMatchObject({ earlier: { [first.id]: first.secret }, plain: true });
  expect(await openedKey(second.id, second.secret, copy.slice(0, -2))).toMatchObject({ earlier: {}, plain: false });
  const own = settled(second);
  expect(newKey(own)).toMatchObject({ earlier: { [second.id]: second.secret }, plain: false });
  expect(keyAfterRestore(own, first.id)).toMatchObject({ earlier: { [first.id]: first.secret, [second.id]: second.secret }, plain: false });
  expect([null, first.id, second.id, newKey().id].map((held) => isRestored(own, held))).toEqual([true, true, false, false]);
  expect(keyAfterRestore(own, null)).toMatchObject({ plain: true });
});

test("a wrapped key opens with its own secret, for its own use and key only", async () => {
  const [{ secret, id }, other] = [newKey(), newKey()];
  const wrapped = await wrap("the key", secret, "passkey", id);
  expect(await unwrap(wrapped, secret, "passkey", id)).toBe("the key");
  expect(await unwrap(wrapped, other.secret, "passkey", id)).toBeUndefined();
  expect(await unwrap(wrapped, secret, "recovery phrase", id)).toBeUndefined();
  expect(await unwrap(wrapped, secret, "passkey", other.id)).toBeUndefined();
});
