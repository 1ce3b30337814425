import { milliseconds } from "#content/instant.ts";
import type { Article } from "#content/article.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings } from "../settings.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import type { Skipped } from "../sources/readDrafts.ts";
import { addresses, keyOf, withoutBack } from "./addresses.ts";
import { articleOf } from "./articleOf.ts";
import { authorsApart } from "./authorsApart.ts";
import type { Dated } from "./dates.ts";
import { duplicates } from "./duplicates.ts";
import { type FormerLists, formerLists } from "./formerLists.ts";
import { type Identified, ids } from "./ids.ts";
import { type Names, names } from "./names.ts";
import { oldUrls } from "./oldUrls.ts";
import { slugs } from "./slugs.ts";
import { type OwnPages, ownPages, placePages } from "./staticPages.ts";

/** Each draft comes out as an article or was joined with another. `fileOf` names the file of an article by its slug, and of a page by its path. */
export type Refined = { articles: Article[]; skipped: Skipped[]; fileOf: Map<string, string>; own: OwnPages };

/**
 * Makes articles of the drafts that readers may see. The order of the steps matters: who comes first
 * gets the plain slug, so dates come before slugs; links lead to slugs, so they
 * come after; a name's spelling is chosen among all drafts that are published,
 * so what is twice is one before it gets a name.
 * @param drafts as `released` lets them through
 * @param back drafts that are kept back, to which no link leads
 * @param memory of what was made of bodies before, and the store in which they lie
 * @param pages drafts of pages of the paper that readers may see
 */
export function refine(
  drafts: Dated[],
  settings: Settings,
  report: Report,
  memory?: StoryMemory,
  back: Draft[] = [],
  pages: Draft[] = [],
): Refined {
  const { distinct, joined } = duplicates(inOrder(authorsApart(drafts)), report);
  const ordered = ids(slugs(distinct, report), report);
  const nameOf = names(ordered, settings, report);
  const placing = placePages(pages, pages.length === 0 ? () => undefined : storiesByAddress(ordered), report);
  const known = addresses(ordered, settings, listsOf(ordered, nameOf), placing.placed);
  const addressOf = back.length === 0 ? known : withoutBack(known, back, settings, report);
  const articles = ordered.map((draft) => articleOf(draft, { settings, report, nameOf, addressOf, memory }));
  const own = ownPages(placing, settings, addressOf, report);
  const files = [
    ...ordered.map(({ slug, file }): [string, string] => [slug, file]),
    ...own.pages.map(({ value, file }): [string, string] => [value.path, file]),
  ];
  return { articles, skipped: joined, fileOf: new Map(files), own };
}

/** The story that is still to be found at an address that it had. */
function storiesByAddress(drafts: Identified[]): (path: string) => string | undefined {
  const owners = new Map<string, string>();
  for (const draft of drafts) {
    for (const url of oldUrls(draft)) {
      const key = keyOf(url.replace(/^https?:\/\/[^/?#]*/iu, "") || "/", undefined);
      if (key !== undefined && !owners.has(key)) owners.set(key, draft.file);
    }
  }
  return (path) => {
    const file = owners.get(keyOf(path, undefined) ?? "");
    return file === undefined ? undefined : `the story ${file}, which had it before`;
  };
}

/** A list of the former site is found by the name that it had there, whatever that is now. Most links lead to none: they are gathered for the first that may. */
function listsOf(drafts: Identified[], nameOf: Names): FormerLists["find"] {
  let lists: FormerLists | undefined;
  return (path) => {
    if (!lists) {
      lists = formerLists();
      for (const draft of drafts) lists.add(draft, nameOf);
    }
    return lists.find(path);
  };
}

/** The oldest first; at the same moment by file, so that the order is the same on every machine. */
function inOrder(drafts: Dated[]): Dated[] {
  return drafts
    .map((draft) => ({ draft, at: milliseconds(draft.datePublished) }))
    .toSorted((a, b) => a.at - b.at || compare(a.draft.file, b.draft.file))
    .map(({ draft }) => draft);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
