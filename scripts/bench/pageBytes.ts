import { globSync } from "tinyglobby";
import { statSync } from "node:fs";
import { join } from "node:path";

/** The size of a page's HTML, plain and with Brotli: of the front page, and of the median article and full topic page. */
export type PageBytes = Record<"front" | "article" | "topic", { html: number; brotli: number }>;

/** A topic's oldest page always has 20 stories; its bare address has 10 to 29. */
const PAGES = { front: "index.html", article: "article/*.html", topic: "topic/*/page/1.html" };

export function pageBytes(site: string): PageBytes {
  const middle = (pattern: string): number => {
    const sizes = globSync(pattern, { cwd: site }).map((file) => statSync(join(site, file)).size);
    return sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  };
  const of = (pattern: string) => ({ html: middle(pattern), brotli: middle(`${pattern}.br`) });
  return { front: of(PAGES.front), article: of(PAGES.article), topic: of(PAGES.topic) };
}
