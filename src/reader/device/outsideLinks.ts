import { type IDBPDatabase, openDB } from "idb";
import * as v from "valibot";
import { joinLinks, linkId, MOST_LINKS, type OutsideLink, OutsideLinkSchema } from "#content/library/outsideLink.ts";
import { address } from "../edition/address.ts";
import { createStore } from "../store/createStore.ts";
import { channelOf } from "./channelOf.ts";
import { inPieces } from "./inPieces.ts";

/** How many links are read or written at once; between batches the page can respond. */
const BATCH = 500;

/** Links by their ids. */
type Links = ReadonlyMap<string, OutsideLink>;

const shown = createStore<Links | undefined>(undefined);

/** The imported links to other sites; undefined until they are read. They have a database of their own, as not every page reads them. */
export const useOutsideLinks = shown.use;

let opened: { name: string; database: Promise<IDBPDatabase | undefined>; channel: BroadcastChannel | undefined } | undefined;

/** The database of links; undefined if the browser allows no storage: the links then last only as long as the page. */
function database(): Promise<IDBPDatabase | undefined> {
  const name = `broadsheet-links:${address().base}`;
  if (opened?.name !== name) {
    const opening = openLinks(name);
    opened = { name, database: opening.catch(() => undefined), channel: linksChannel(name) };
  }
  return opened.database;
}

/** A channel that reads the links again when another tab changes them. */
function linksChannel(name: string): BroadcastChannel | undefined {
  const channel = channelOf(name);
  channel?.addEventListener("message", () => {
    if (shown.get()) void readLinks();
  });
  return channel;
}

/** Unlike a window, a channel reaches only its own origin. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const postToTabs = (): void => opened?.channel?.postMessage("reread");

/** @throws if the browser allows no storage, or has no IndexedDB */
async function openLinks(name: string): Promise<IDBPDatabase> {
  return openDB(name, 1, {
    upgrade: (made) => void made.createObjectStore("links"),
    // Another tab has a newer version of the app.
    blocking: () => void closeLinks(),
  });
}

/** Reads all links. Invalid ones, as a later version may write, are left where they are; if reading fails, those shown stay. */
export async function readLinks(): Promise<Links> {
  const open = await database();
  const stored = open && (await storedLinks(open).catch(() => undefined));
  return show(stored ?? shown.get() ?? new Map());
}

async function storedLinks(open: IDBPDatabase): Promise<Links> {
  const links = new Map<string, OutsideLink>();
  let after: IDBKeyRange | undefined;
  for (;;) {
    const keys = await open.getAllKeys("links", after, BATCH);
    const found = await open.getAll("links", after, BATCH);
    await inPieces(found, (link) => {
      if (v.is(OutsideLinkSchema, link)) links.set(linkId(link), link);
    });
    const last = keys.at(-1);
    if (last === undefined || keys.length < BATCH) break;
    after = IDBKeyRange.lowerBound(last, true);
  }
  return links;
}

/**
 * Imports links; one that exists already is merged with the new one.
 * @param onStep called after each batch with the number that is done
 * @returns how many were new or changed, and how many there was no room for
 */
export async function importLinks(
  links: readonly OutsideLink[],
  onStep?: (done: number) => void,
): Promise<{ fresh: number; left: number }> {
  const all = new Map(await readLinks());
  let fresh = 0;
  let left = 0;
  for (let from = 0; from < links.length; from += BATCH) {
    const changed = new Map<string, OutsideLink>();
    await inPieces(links.slice(from, from + BATCH), (link) => {
      const id = linkId(link);
      const before = all.get(id);
      const joined = before ? joinLinks(before, link) : link;
      if (joined === before) return;
      if (!before && all.size >= MOST_LINKS) {
        left += 1;
        return;
      }
      all.set(id, joined);
      changed.set(id, joined);
    });
    if (!(await write(changed))) {
      left += links.length - from;
      break;
    }
    fresh += changed.size;
    onStep?.(Math.min(from + BATCH, links.length));
  }
  await readLinks();
  if (fresh > 0) postToTabs();
  return { fresh, left };
}

/** Removes links. @returns a function that puts them back */
export async function removeLinks(ids: readonly string[]): Promise<() => Promise<void>> {
  const all = new Map(await readLinks());
  const removed = ids.flatMap((id) => all.get(id) ?? []);
  for (const id of ids) all.delete(id);
  const open = await database();
  if (open) {
    const transaction = open.transaction("links", "readwrite");
    await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
  }
  show(all);
  postToTabs();
  return () => importLinks(removed).then(() => {});
}

/** Deletes all links from the device. */
export async function forgetLinks(): Promise<void> {
  show(new Map());
  await (await database())?.clear("links");
  postToTabs();
}

export async function closeLinks(): Promise<void> {
  const closing = opened;
  opened = undefined;
  closing?.channel?.close();
  (await closing?.database)?.close();
}

function show(links: Links): Links {
  shown.set(links);
  return links;
}

/** @returns false if the device has no room */
async function write(links: Links): Promise<boolean> {
  const open = await database();
  if (!open) show(new Map([...(shown.get() ?? []), ...links]));
  if (!open || links.size === 0) return true;
  const transaction = open.transaction("links", "readwrite");
  // Callers learn of a failure from the error that caused it.
  transaction.done.catch(() => {});
  try {
    await Promise.all([...[...links].map(([id, link]) => transaction.store.put(link, id)), transaction.done]);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
    throw error;
  }
}
