import { useSyncExternalStore } from "react";
import { type Fresh, FreshSchema, MOST_FRESH } from "#content/fresh.ts";
import { parse } from "#content/parse.ts";
import { freshFile } from "#content/paths.ts";
import { address } from "../../edition/address.ts";
import { fetchInTime } from "../../data/fetchInTime.ts";

/** What was published since this tab knows: how many stories, whether there may be more, and since when (as Date.now). */
export type News = { count: number; more: boolean; at: number; changed: Fresh["changed"] };

const NOTHING: News = { count: 0, more: false, at: 0, changed: [] };

let known: Set<string> | undefined;
let latest: Fresh | undefined;
let news = NOTHING;
const listeners = new Set<() => void>();

/** Asks the server; it answers only when there is something new (the browser sends the ETag that it has). */
export async function askForNews(): Promise<void> {
  const response = await fetchInTime(address().data + freshFile, { cache: "no-cache" });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  take(parse(FreshSchema, await response.json(), "file of what is new"));
}

/** Compares with what was new when the tab was opened, or when the reader last saw all that is. */
export function take(fresh: Fresh): void {
  const before = known ?? new Set(fresh.newest);
  known = before;
  latest = fresh;
  const count = fresh.newest.filter((slug) => !before.has(slug)).length;
  if (count === news.count && JSON.stringify(fresh.changed) === JSON.stringify(news.changed)) return;
  show({ count, more: count === MOST_FRESH, at: Date.now(), changed: fresh.changed });
}

/** The reader has all that is new before them. */
export function newsSeen(): void {
  if (latest) known = new Set(latest.newest);
  show({ ...news, count: 0, more: false });
}

export function useNews(): News {
  return useSyncExternalStore(
    subscribe,
    () => news,
    () => NOTHING,
  );
}

function show(next: News): void {
  news = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
