import { offlinePath } from "#content/kept.ts";
import { htmlFile, searchPath } from "#content/paths.ts";
import { setAddress } from "#reader/address.ts";
import { createDocument, type DocumentOptions } from "./document.ts";
import { forwardPage } from "./forwardPage.ts";
import { element, unescapeText } from "./head/element.ts";
import { head } from "./head/head.ts";
import { absolute, below, type Page } from "./page.ts";
import { createRenderer } from "./renderPage.tsx";

export type PrerenderOptions = DocumentOptions & {
  /** Old addresses and the paths that they lead to; an HTML file forwards each. */
  redirects: { from: string; to: string }[];
  /** Puts a file into the site. */
  write: (file: string, html: string) => void;
};

/**
 * Writes every page of an edition as an HTML file that reads without
 * JavaScript: the reader itself, run over the page's JSON.
 * @param pages one after another, so that a large edition is never in memory at once
 * @returns how many files were written
 */
export async function prerender(pages: Iterable<Page>, options: PrerenderOptions): Promise<number> {
  const { site, edition, write } = options;
  setAddress(site);
  const render = createRenderer(edition, site.base);
  const document = createDocument(options);
  let count = 0;
  for (const page of pages) {
    const { head: reader, page: html } = await render(page.path, page.value);
    const title = unescapeText(/<title>([^<]*)<\/title>/u.exec(reader)?.[1] ?? "") || edition.name;
    write(htmlFile(page.path), document({ head: reader + head(page, edition, site, title), page: html }, page.kind));
    count += 1;
  }
  const missing = await render("/404", undefined);
  write("404.html", document({ head: missingHead + missing.head, page: missing.page }, "nothing"));
  // Answers of a search are no pages of the paper, nor is what lies on a device.
  for (const [path, content] of [
    [searchPath, "search"],
    [offlinePath, "offline"],
  ] as const) {
    const { head: reader, page: html } = await render(path, undefined);
    write(htmlFile(path), document({ head: noIndex + reader, page: html }, content));
  }
  for (const { from, to } of options.redirects) {
    const file = forwardFile(from, site.base);
    if (file !== undefined) write(file, forwardPage(below(site, to), absolute(site, to), edition));
  }
  return count;
}

const noIndex = element("meta", { name: "robots", content: "noindex" });

/** The second is for the reader: it takes this page over only where it has none to show either. */
const missingHead = noIndex + element("meta", { name: "broadsheet-page", content: "not-found" });

/** The file that answers for an old address on a plain host; none for an address that is told apart by its query. */
function forwardFile(from: string, base: string): string | undefined {
  if (from.includes("?")) return undefined;
  const inside = from.startsWith(base) ? from.slice(base.length) : from;
  const path = decodeURIComponent(inside).replace(/^\/+/u, "");
  if (path === "" || path.split("/").includes("..")) return undefined;
  if (path.endsWith("/")) return `${path}index.html`;
  return path.endsWith(".html") || path.endsWith(".htm") ? path : `${path}.html`;
}
