import type { Article } from "#content/article.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings } from "../settings.ts";
import type { Skipped } from "../sources/readDrafts.ts";
import { addresses } from "./addresses.ts";
import { articleOf } from "./articleOf.ts";
import { dates } from "./dates.ts";
import { ids } from "./ids.ts";
import { inOrder } from "./inOrder.ts";
import { names } from "./names.ts";
import { publishable } from "./publishable.ts";
import { slugs } from "./slugs.ts";

/** Each draft comes out as an article or is skipped with a reason. */
export type Refined = { articles: Article[]; skipped: Skipped[] };

/**
 * Makes articles of drafts. The order of the steps matters: who comes first
 * gets the plain slug, so dates come before slugs; links lead to slugs, so they
 * come after; a name's spelling is chosen among all drafts that are published,
 * so those that are held are out before.
 */
export function refine(drafts: Draft[], settings: Settings, report: Report): Refined {
  const { kept, held } = publishable(drafts);
  const { dated, undated } = dates(kept, settings, report);
  const ordered = ids(slugs(inOrder(dated), report), report);
  const nameOf = names(ordered, settings, report);
  const addressOf = addresses(ordered, settings, report);
  const articles = ordered.map((draft) => articleOf(draft, { settings, report, nameOf, addressOf }));
  return { articles, skipped: [...held, ...undated] };
}
