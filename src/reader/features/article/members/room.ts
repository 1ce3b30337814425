import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Bytes } from "#content/members/sealing.ts";
import { deviceDatabase } from "../../../device/deviceDatabase.ts";
import { address } from "../../../edition/address.ts";

/**
 * "phrases": the pass phrase of each tier that the reader has entered, the newest month. "gifts": the keys of stories that were given.
 * "files": sealed files of stories that were opened, so that they can be read without a connection.
 */
interface Room extends DBSchema {
  phrases: { key: string; value: { tier: string; phrase: string } };
  gifts: { key: string; value: { slug: string; key: string } };
  files: {
    key: string;
    value: { url: string; slug: string; at: number; bytes: Bytes };
    indexes: { slug: string; opened: [at: number, slug: string] };
  };
}

/** How many opened stories stay on the device. */
const MOST_STORIES = 100;

let opened: Promise<IDBPDatabase<Room>> | undefined;

/** What is in the room while the browser allows no storage: it lasts as long as the page. */
const phrases = new Map<string, string>();
const gifts = new Map<string, string>();

function room(): Promise<IDBPDatabase<Room>> {
  opened ??= openDB<Room>(`broadsheet:${address().base}:members`, 1, {
    upgrade: (database) => {
      database.createObjectStore("phrases", { keyPath: "tier" });
      database.createObjectStore("gifts", { keyPath: "slug" });
      const files = database.createObjectStore("files", { keyPath: "url" });
      files.createIndex("slug", "slug");
      files.createIndex("opened", ["at", "slug"]);
    },
  });
  return opened;
}

export async function keepPhrase(tier: string, phrase: string): Promise<void> {
  phrases.set(tier, phrase);
  await room()
    .then((database) => database.put("phrases", { tier, phrase }))
    .catch(() => {});
}

export async function phrasesKept(): Promise<ReadonlyMap<string, string>> {
  const kept = await room()
    .then((database) => database.getAll("phrases"))
    .catch(() => []);
  return new Map([...phrases, ...kept.map(({ tier, phrase }): [string, string] => [tier, phrase])]);
}

/** Before the tier of a phrase that came from the reader's account. No tier has such a sign. */
const OF_ACCOUNT = "account/";

/** Keeps the phrases of the reader's account, in place of those that it had. */
export async function keepAccountPhrases(given: [tier: string, phrase: string][]): Promise<void> {
  await dropAccountPhrases();
  for (const [tier, phrase] of given) await keepPhrase(OF_ACCOUNT + tier, phrase);
}

/** A phrase on the device: of which tier, and whether it came from the reader's account. */
export type KeptPhrase = { tier: string; phrase: string; isOfAccount: boolean };

export async function allPhrases(): Promise<KeptPhrase[]> {
  return Array.from(await phrasesKept(), ([tier, phrase]) => {
    const isOfAccount = tier.startsWith(OF_ACCOUNT);
    return { tier: isOfAccount ? tier.slice(OF_ACCOUNT.length) : tier, phrase, isOfAccount };
  });
}

async function dropAccountPhrases(): Promise<void> {
  const database = await room().catch(() => undefined);
  for (const tier of (await phrasesKept()).keys()) {
    if (!tier.startsWith(OF_ACCOUNT)) continue;
    phrases.delete(tier);
    await database?.delete("phrases", tier);
  }
}

/** Removes the phrases of the reader's account, and what was read of closed stories. Phrases that were typed stay, and open stories anew. */
export async function forgetAccountPhrases(): Promise<void> {
  await dropAccountPhrases();
  await forgetStories();
}

export async function keepGift(slug: string, key: string): Promise<void> {
  gifts.set(slug, key);
  await room()
    .then((database) => database.put("gifts", { slug, key }))
    .catch(() => {});
}

export async function giftKept(slug: string): Promise<string | undefined> {
  const kept = await room()
    .then((database) => database.get("gifts", slug))
    .catch(() => undefined);
  return kept?.key ?? gifts.get(slug);
}

/** A sealed file from the device. */
export async function fileKept(url: string): Promise<Bytes | undefined> {
  const kept = await room()
    .then((database) => database.get("files", url))
    .catch(() => undefined);
  return kept?.bytes;
}

/** Keeps a sealed file of a story. */
export async function keepFile(url: string, slug: string, bytes: Bytes): Promise<void> {
  // A full disk costs reading offline, not the story.
  await room()
    .then((database) => database.put("files", { url, slug, at: Date.now(), bytes }))
    .catch(() => {});
}

/** Removes the earlier files of a story that has changed; and of stories beyond the limit, those opened first. */
export async function keepOnly(slug: string, urls: string[]): Promise<void> {
  const database = await room().catch(() => undefined);
  if (!database) return;
  try {
    for (const url of await database.getAllKeysFromIndex("files", "slug", slug))
      if (!urls.includes(url)) await database.delete("files", url);
    for (const old of (await slugsInOrder(database)).slice(0, -MOST_STORIES)) await removeStory(database, old);
  } catch {
    // They are removed with the next story.
  }
}

/** The stories with files, the one first of which nothing was opened since. Only keys are read: files are large. */
async function slugsInOrder(database: IDBPDatabase<Room>): Promise<string[]> {
  const slugs = new Set<string>();
  let cursor = await database.transaction("files").store.index("opened").openKeyCursor();
  for (; cursor; cursor = await cursor.continue()) {
    const [, slug] = cursor.key;
    slugs.delete(slug);
    slugs.add(slug);
  }
  return [...slugs];
}

async function removeStory(database: IDBPDatabase<Room>, slug: string): Promise<void> {
  for (const key of await database.getAllKeysFromIndex("files", "slug", slug)) await database.delete("files", key);
}

/** Removes the keys, and what was read of closed stories, from the device. */
export async function forgetAll(): Promise<void> {
  phrases.clear();
  gifts.clear();
  const database = await room().catch(() => undefined);
  for (const store of ["phrases", "gifts"] as const) await database?.clear(store);
  await forgetStories();
}

/** Removes the sealed files of stories, and their texts that are kept to show what has changed. */
async function forgetStories(): Promise<void> {
  const database = await room().catch(() => undefined);
  const slugs = database ? await slugsInOrder(database) : [];
  await database?.clear("files");
  const device = await deviceDatabase().catch(() => undefined);
  for (const slug of slugs) await device?.delete("read", slug);
}
