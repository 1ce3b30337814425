import type { Article } from "#content/article.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings } from "../settings.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import type { Skipped } from "../sources/readDrafts.ts";
import { addresses } from "./addresses.ts";
import { articleOf } from "./articleOf.ts";
import { dates } from "./dates.ts";
import { duplicates } from "./duplicates.ts";
import { type FormerLists, formerLists } from "./formerLists.ts";
import { type Identified, ids } from "./ids.ts";
import { inOrder } from "./inOrder.ts";
import { type Names, names } from "./names.ts";
import { publishable } from "./publishable.ts";
import { slugs } from "./slugs.ts";

/** Each draft comes out as an article or is skipped with a reason. `fileOf` names the file of an article by its slug. */
export type Refined = { articles: Article[]; skipped: Skipped[]; fileOf: Map<string, string> };

/**
 * Makes articles of drafts. The order of the steps matters: who comes first
 * gets the plain slug, so dates come before slugs; links lead to slugs, so they
 * come after; a name's spelling is chosen among all drafts that are published,
 * so those that are held are out before, and what is twice is one before it gets a name.
 * @param memory of what was made of bodies before, and the store in which they lie
 * @param until the last moment that is published, in milliseconds
 */
export function refine(
  drafts: Draft[],
  settings: Settings,
  report: Report,
  memory?: StoryMemory,
  until = Number.POSITIVE_INFINITY,
): Refined {
  const { kept, held } = publishable(drafts, report);
  const { dated, undated } = dates(kept, settings, report, until);
  const { distinct, joined } = duplicates(inOrder(dated), report);
  const ordered = ids(slugs(distinct, report), report);
  const nameOf = names(ordered, settings, report);
  const addressOf = addresses(ordered, settings, listsOf(ordered, nameOf));
  const articles = ordered.map((draft) => articleOf(draft, { settings, report, nameOf, addressOf, memory }));
  return { articles, skipped: [...held, ...undated, ...joined], fileOf: new Map(ordered.map(({ slug, file }) => [slug, file])) };
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
