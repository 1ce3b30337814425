import * as v from "valibot";
import { storedItem, storeItem } from "../store/storage.ts";

/** Its address, its place among those that lead to the same, where it stood in the window, and how far down the page was then. */
const LinkSchema = v.object({ href: v.string(), place: v.number(), top: v.number(), y: v.number() });

/** What a page of a story begins with: a part of it by its number, and how far into its text, in UTF-16 units. */
const PlaceSchema = v.object({ part: v.number(), offset: v.number() });

/** What is remembered of an entry of the tab's history: how far down the reader was, which link was followed, and in a story in pages, the page. */
const EntrySchema = v.object({ y: v.optional(v.number()), link: v.optional(LinkSchema), place: v.optional(PlaceSchema) });

export type Entry = v.InferOutput<typeof EntrySchema>;

/** Where the tab keeps it, so that a reload does not lose it. */
const STORE = "broadsheet-entries";

/** How many entries a tab remembers: the last that were touched. */
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

/** Writes down what is remembered, before the page goes. Where the tab is full or forbids it, the reader loses a place, not a page. */
export function keepEntries(): void {
  storeItem("sessionStorage", STORE, JSON.stringify([...entries()].slice(-MOST)));
}

/**
 * Gives every entry that the browser itself makes a name, as the router gives its
 * own: a page that it loads, a part of a page that it goes to. Without one, all of
 * them would count as the same. It must listen before the router does.
 */
export function nameEntries(): void {
  nameEntry();
  addEventListener("popstate", nameEntry);
}

/** The key of the entry that the tab is at. The page may still be that of the one before. */
export function entryKey(): unknown {
  return fieldsOfState()["key"];
}

function nameEntry(): void {
  if (entryKey() === undefined) history.replaceState({ ...fieldsOfState(), key: Math.random().toString(36).slice(2, 10) }, "");
}

function fieldsOfState(): { [field: string]: unknown } {
  // Of what is no object nothing is taken.
  return { ...history.state };
}

function entries(): Map<string, Entry> {
  return (known ??= new Map(kept()));
}

function kept(): [string, Entry][] {
  try {
    return v.parse(v.array(v.tuple([v.string(), EntrySchema])), JSON.parse(storedItem("sessionStorage", STORE) ?? "[]"));
  } catch {
    // The tab may hold what another version has left.
    return [];
  }
}
