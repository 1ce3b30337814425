import type { LibraryValue } from "#content/library/libraryRecord.ts";
import type { SearchProvider } from "../searchProvider.ts";
import type { SearchIdentity } from "../searchId.ts";

/** How many pages of hits are searched for new ones. */
const MOST_PAGES = 3;

/** How many stories are new; `more`: there may be more than that. */
export type NewStories = { count: number; more: boolean };

/** How many stories of a saved search are newer than the newest one that its reader has seen. */
export async function newSince(
  provider: SearchProvider,
  { query, filters, newest }: LibraryValue<"search">,
  signal?: AbortSignal,
): Promise<NewStories> {
  let before = 0;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { hits, pages, relaxed } = await provider.search(query, { filters, sort: "newest", page }, signal);
    // Stories that have only some of the words are not new stories of this search.
    if (relaxed) return { count: 0, more: false };
    const fresh = hits.filter(({ document }) => isNewer(document.datePublished, newest)).length;
    if (fresh < hits.length || page >= pages) return { count: before + fresh, more: false };
    before += hits.length;
  }
  return { count: before, more: true };
}

/** The date of the newest story of a search, "" if it has none. */
export async function newestOf(provider: SearchProvider, { query, filters }: SearchIdentity, signal?: AbortSignal): Promise<string> {
  const { hits, relaxed } = await provider.search(query, { filters, sort: "newest" }, signal);
  return (relaxed ? undefined : hits[0]?.document.datePublished) ?? "";
}

/** Dates may be written in different time zones. */
function isNewer(date: string, since: string): boolean {
  return since === "" || Date.parse(date) > Date.parse(since);
}
