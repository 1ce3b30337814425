import * as v from "valibot";
import { storedItem, storeItem } from "../store/storage.ts";

/** A followed link: its address, its place among the links to the same address, its top in the window, and the scroll position then. */
const LinkSchema = v.object({ href: v.string(), place: v.number(), top: v.number(), y: v.number() });

/** Where a page of a story begins: the number of a part, and how far into its text, in UTF-16 units. */
const PlaceSchema = v.object({ part: v.number(), offset: v.number() });

/** What is remembered of an entry of the tab's history: the scroll position, the link that was followed and, in a paged story, the page. */
const EntrySchema = v.object({ y: v.optional(v.number()), link: v.optional(LinkSchema), place: v.optional(PlaceSchema) });

export type Entry = v.InferOutput<typeof EntrySchema>;

/** Where the tab stores the entries, so that a reload does not lose them. */
const STORE = "broadsheet-entries";

/** How many entries a tab remembers: those changed last. */
const MOST = 50;

let known: Map<string, Entry> | undefined;

/** @param key the router's key of the entry */
export function recall(key: string): Entry {
  return entries().get(key) ?? {};
}

export function remember(key: string, part: Entry): void {
  const entry = { ...recall(key), ...part };
  entries().delete(key);
  entries().set(key, entry);
}

/** Stores the entries before the page is unloaded. If the storage is full or not allowed, the reader loses a position, not a page. */
export function keepEntries(): void {
  storeItem("sessionStorage", STORE, JSON.stringify([...entries()].slice(-MOST)));
}

/**
 * Gives every entry that the browser itself makes a key, as the router does with its
 * own: for a page that it loads, and for a fragment that it goes to. Without keys they
 * would all count as the same entry. It must listen before the router does.
 */
export function nameEntries(): void {
  nameEntry();
  addEventListener("popstate", nameEntry);
}

/** The key of the entry that the tab is at. The page that is shown may still be the previous entry's. */
export function entryKey(): unknown {
  return fieldsOfState()["key"];
}

function nameEntry(): void {
  if (entryKey() === undefined) history.replaceState({ ...fieldsOfState(), key: Math.random().toString(36).slice(2, 10) }, "");
}

function fieldsOfState(): { [field: string]: unknown } {
  // A state that is not an object has no fields to spread.
  return { ...history.state };
}

function entries(): Map<string, Entry> {
  return (known ??= new Map(kept()));
}

function kept(): [string, Entry][] {
  try {
    return v.parse(v.array(v.tuple([v.string(), EntrySchema])), JSON.parse(storedItem("sessionStorage", STORE) ?? "[]"));
  } catch {
    // The tab may hold entries of another version.
    return [];
  }
}
