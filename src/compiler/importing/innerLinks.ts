import type { Report } from "../draft/problem.ts";
import { addresses } from "../refine/addresses.ts";
import { mapLinks } from "../refine/mapLinks.ts";
import type { Settings } from "../settings.ts";
import type { Settled } from "./articleJson.ts";

/** Links between the files of a tree lead to the articles' addresses instead: the files' own names are gone after the import. */
export function innerLinks(articles: Settled[], settings: Settings, report: Report): (article: Settled) => Settled {
  const addressOf = addresses(articles, settings, report);
  return (article) => ({ ...article, body: mapLinks(article.body, (url) => addressOf(url, article.file)) });
}
