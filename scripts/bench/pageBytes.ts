import { globSync } from "tinyglobby";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { packed } from "../../src/cli/build/packed.ts";

/** The size of a page's HTML, plain and with Brotli: of the front page, and of the median article and full topic page. */
export type PageBytes = Record<"front" | "article" | "topic", { html: number; brotli: number }>;

/** A topic's oldest page always has 20 stories; its bare address has 10 to 29. */
const PAGES = { front: "index.html", article: "article/*.html", topic: "topic/*/page/1.html" };

export function pageBytes(site: string): PageBytes {
  const of = (pattern: string) => {
    const files = globSync(pattern, { cwd: site }).map((file) => ({ file, size: statSync(join(site, file)).size }));
    const median = files.toSorted((a, b) => a.size - b.size)[Math.floor(files.length / 2)];
    const { file, bytes } = median ? { file: median.file, bytes: readFileSync(join(site, median.file)) } : { file: "", bytes: Buffer.of() };
    return { html: bytes.length, brotli: packed(file, bytes)[0]?.bytes.length ?? bytes.length };
  };
  return { front: of(PAGES.front), article: of(PAGES.article), topic: of(PAGES.topic) };
}
