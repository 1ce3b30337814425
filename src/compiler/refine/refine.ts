import { milliseconds } from "#content/instant.ts";
import type { Article } from "#content/article.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings } from "../settings.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import type { Skipped } from "../sources/readDrafts.ts";
import { addresses, withoutBack } from "./addresses.ts";
import { articleOf } from "./articleOf.ts";
import { authorsApart } from "./authorsApart.ts";
import type { Dated } from "./dates.ts";
import { duplicates } from "./duplicates.ts";
import { type FormerLists, formerLists } from "./formerLists.ts";
import { type Identified, ids } from "./ids.ts";
import { type Names, names } from "./names.ts";
import { slugs } from "./slugs.ts";

/** Each draft comes out as an article or was joined with another. `fileOf` names the file of an article by its slug. */
export type Refined = { articles: Article[]; skipped: Skipped[]; fileOf: Map<string, string> };

/**
 * Makes articles of the drafts that readers may see. The order of the steps matters: who comes first
 * gets the plain slug, so dates come before slugs; links lead to slugs, so they
 * come after; a name's spelling is chosen among all drafts that are published,
 * so what is twice is one before it gets a name.
 * @param drafts as `released` lets them through
 * @param back drafts that are kept back, to which no link leads
 * @param memory of what was made of bodies before, and the store in which they lie
 */
export function refine(drafts: Dated[], settings: Settings, report: Report, memory?: StoryMemory, back: Draft[] = []): Refined {
  const { distinct, joined } = duplicates(inOrder(authorsApart(drafts)), report);
  const ordered = ids(slugs(distinct, report), report);
  const nameOf = names(ordered, settings, report);
  const known = addresses(ordered, settings, listsOf(ordered, nameOf));
  const addressOf = back.length === 0 ? known : withoutBack(known, back, settings, report);
  const articles = ordered.map((draft) => articleOf(draft, { settings, report, nameOf, addressOf, memory }));
  return { articles, skipped: joined, fileOf: new Map(ordered.map(({ slug, file }) => [slug, file])) };
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
