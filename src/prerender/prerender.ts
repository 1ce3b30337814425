import type { Edition } from "#content/edition.ts";
import { htmlFile, searchPath } from "#content/paths.ts";
import { setAddress } from "#reader/address.ts";
import { createTemplate } from "./fillTemplate.ts";
import { forwardPage } from "./forwardPage.ts";
import { earlyHead, earlyScriptHash } from "./head/earlyHead.ts";
import { element, unescapeText } from "./head/element.ts";
import { head } from "./head/head.ts";
import { policy } from "./head/policy.ts";
import { absolute, below, type Page, type Site } from "./page.ts";
import { createRenderer } from "./renderPage.tsx";

export type PrerenderOptions = {
  /** The built index.html of the reader. */
  template: string;
  /** Paths of font files that every page needs at once, below the base. */
  preload: string[];
  site: Site;
  edition: Edition;
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
  const fill = createTemplate(options.template, site.base);
  const common = commonHead(options);
  const { language, direction } = edition;
  let count = 0;
  for (const page of pages) {
    const { head: reader, page: html } = await render(page.path, page.value);
    const title = unescapeText(/<title>([^<]*)<\/title>/u.exec(reader)?.[1] ?? "") || edition.name;
    write(htmlFile(page.path), fill({ language, direction, head: common + reader + head(page, edition, site, title), page: html }));
    count += 1;
  }
  const missing = await render("/404", undefined);
  write(
    "404.html",
    fill({
      language,
      direction,
      // The second is for the reader: it takes this page over only where it has none to show either.
      head: [
        common,
        element("meta", { name: "robots", content: "noindex" }),
        element("meta", { name: "broadsheet-page", content: "not-found" }),
        missing.head,
      ].join(""),
      page: missing.page,
    }),
  );
  const search = await render(searchPath, undefined);
  write(
    htmlFile(searchPath),
    // Answers of a search are no pages of the paper.
    fill({ language, direction, head: common + element("meta", { name: "robots", content: "noindex" }) + search.head, page: search.page }),
  );
  for (const { from, to } of options.redirects) {
    const file = forwardFile(from);
    if (file !== undefined) write(file, forwardPage(below(site, to), absolute(site, to), edition));
  }
  return count;
}

/** What the head of every page holds. The policy comes first: it binds what follows. */
function commonHead({ site, preload, edition }: PrerenderOptions): string {
  const below = (file: string) => `${site.base}${file}`;
  return [
    element("meta", { "http-equiv": "Content-Security-Policy", content: policy(site.data, [earlyScriptHash]) }),
    earlyHead,
    element("meta", { name: "broadsheet-base", content: site.base }),
    element("meta", { name: "broadsheet-data", content: site.data }),
    ...preload.map((file) => element("link", { rel: "preload", href: below(file), as: "font", type: "font/woff2", crossorigin: "" })),
    element("link", { rel: "icon", href: below("icon.svg"), type: "image/svg+xml" }),
    element("link", { rel: "apple-touch-icon", href: below("icon-192.png") }),
    element("link", { rel: "manifest", href: below("manifest.webmanifest") }),
    element("link", { rel: "search", type: "application/opensearchdescription+xml", href: below("opensearch.xml"), title: edition.name }),
  ].join("");
}

/** The file that answers for an old address on a plain host; none for an address that is told apart by its query. */
function forwardFile(from: string): string | undefined {
  if (from.includes("?")) return undefined;
  const path = decodeURIComponent(from).replace(/^\/+/u, "");
  if (path === "" || path.split("/").includes("..")) return undefined;
  if (path.endsWith("/")) return `${path}index.html`;
  return path.endsWith(".html") || path.endsWith(".htm") ? path : `${path}.html`;
}
