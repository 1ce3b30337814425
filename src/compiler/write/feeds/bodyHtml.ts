import type { Article } from "#content/article.ts";
import { type Around, blocksHtml, correctionHtml, figureHtml } from "#content/html/blocksHtml.ts";
import { inlineHtml } from "#content/html/inlineHtml.ts";
import { articlePath } from "#content/paths.ts";
import { absolute, type Site } from "#content/site.ts";

/**
 * The full text of a story as HTML for a feed: its picture, its body, its
 * corrections. All addresses are full, since a feed reader shows it under an address of its own.
 */
export function bodyHtml(article: Article, site: Site): string {
  const own = absolute(site, articlePath(article.slug));
  const resolve = (url: string) => (url.startsWith("/") ? absolute(site, url) : /^[#?]/u.test(url) ? `${own}${url}` : url);
  const around: Around = { resolve, pictureUrl: ({ url }) => resolve(url) };
  return [
    article.image ? figureHtml(article.image, around) : "",
    blocksHtml(article.body, around),
    ...article.corrections.map(({ date, children }) => correctionHtml(date, inlineHtml(children, around))),
  ].join("");
}
