import { type Fresh, FreshSchema, MOST_FRESH } from "#content/fresh.ts";
import { parse } from "#content/parse.ts";
import { freshFile } from "#content/paths.ts";
import { address } from "../../edition/address.ts";
import { fetchInTime } from "../../data/fetchInTime.ts";
import { createStore } from "../../store/createStore.ts";

/** What is new to this tab: how many stories, whether there may be more, when that was noticed (as Date.now), and changed stories. */
export type News = { count: number; more: boolean; at: number; changed: Fresh["changed"] };

const news = createStore<News>({ count: 0, more: false, at: 0, changed: [] });
let known: Set<string> | undefined;
let latest: Fresh | undefined;

export const useNews = news.use;

/**
 * Asks the server, which sends the file only if it has changed (the browser sends the ETag that it has).
 * @returns the slugs of the newest stories that the reader has seen
 */
export async function askForNews(): Promise<string[]> {
  const response = await fetchInTime(address().data + freshFile, { cache: "no-cache" });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  compareNews(parse(FreshSchema, await response.json(), "file of what is new"));
  return [...(known ?? [])];
}

/** Compares with what was newest when the tab was opened, or when the reader last saw everything new. */
export function compareNews(fresh: Fresh): void {
  const before = known ?? new Set(fresh.newest);
  known = before;
  latest = fresh;
  const count = fresh.newest.filter((slug) => !before.has(slug)).length;
  const current = news.get();
  if (count === current.count && JSON.stringify(fresh.changed) === JSON.stringify(current.changed)) return;
  news.set({ count, more: count === MOST_FRESH, at: Date.now(), changed: fresh.changed });
}

/** Records that the reader has seen everything new. */
export function newsSeen(): void {
  if (latest) known = new Set(latest.newest);
  news.set({ ...news.get(), count: 0, more: false });
}
