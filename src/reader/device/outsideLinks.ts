import { type IDBPDatabase, openDB } from "idb";
import * as v from "valibot";
import { joinLinks, linkId, MOST_LINKS, type OutsideLink, OutsideLinkSchema } from "#content/library/outsideLink.ts";
import { address } from "../edition/address.ts";
import { createStore } from "../store/createStore.ts";
import { inPieces } from "./inPieces.ts";

/** Links that are read or written in one go; between two the page can answer. */
const BATCH = 500;

/** Links by their ids; undefined until they are read. */
type Links = ReadonlyMap<string, OutsideLink>;

const shown = createStore<Links | undefined>(undefined);

/** The pages elsewhere that the reader has brought along. They are in a database of their own: the library is read on every page, and they are not. */
export const useOutsideLinks = shown.use;

let opened: { name: string; database: Promise<IDBPDatabase | undefined>; channel: BroadcastChannel | undefined } | undefined;

/** Undefined where the browser keeps nothing: then they last as long as the page. */
function database(): Promise<IDBPDatabase | undefined> {
  const name = `broadsheet-links:${address().base}`;
  if (opened?.name !== name) {
    const opening = openLinks(name);
    opened = { name, database: opening.catch(() => undefined), channel: channelOf(name) };
  }
  return opened.database;
}

/** Hears of other tabs that the links are not what they were. Undefined where the browser refuses it: then each tab reads for itself. */
function channelOf(name: string): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(name);
    channel.addEventListener("message", () => {
      if (shown.get()) void readLinks();
    });
    return channel;
  } catch {
    return undefined;
  }
}

/** A channel is no window: it reaches its own origin only. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tellTabs = (): void => opened?.channel?.postMessage("reread");

/** @throws where the browser keeps nothing, or has nothing to keep it in */
async function openLinks(name: string): Promise<IDBPDatabase> {
  return openDB(name, 1, {
    upgrade: (made) => void made.createObjectStore("links"),
    // Another tab has a newer version of the app.
    blocking: () => void closeLinks(),
  });
}

/** All links. What cannot be read, such as what a later version wrote, is left where it lies; where nothing can be, those that are shown stay. */
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
 * Brings links in; one that is there already is joined with what is new of it.
 * @param onStep told after each batch how many are done
 * @returns how many were new or changed, and how many there was no room for
 */
export async function bringLinks(links: readonly OutsideLink[], onStep?: (done: number) => void): Promise<{ fresh: number; left: number }> {
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
  if (fresh > 0) tellTabs();
  return { fresh, left };
}

/** Removes links. @returns what puts them back */
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
  tellTabs();
  return () => bringLinks(removed).then(() => {});
}

/** Takes them all off the device. */
export async function forgetLinks(): Promise<void> {
  show(new Map());
  await (await database())?.clear("links");
  tellTabs();
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

/** @returns false where the device has no room */
async function write(links: Links): Promise<boolean> {
  const open = await database();
  if (!open) show(new Map([...(shown.get() ?? []), ...links]));
  if (!open || links.size === 0) return true;
  const transaction = open.transaction("links", "readwrite");
  // Whoever awaits hears of a failure by the error that led to it.
  transaction.done.catch(() => {});
  try {
    await Promise.all([...[...links].map(([id, link]) => transaction.store.put(link, id)), transaction.done]);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
    throw error;
  }
}
