import type { Edition } from "#content/edition/edition.ts";
import { missingPath } from "#content/pages/ownPages.ts";
import { editionFolder, htmlFile } from "#content/paths.ts";
import { dependsOn, isOfStory, MADE_OF_LENGTH, MADE_OF_META, madeOf, shownOn } from "#content/pages/madeOf.ts";
import type { Page, PageKind } from "#content/pages/pages.ts";
import { unescapeHtml } from "#content/html/unescapeHtml.ts";
import { inEdition } from "#content/edition/editions.ts";
import { absolute, below, type Redirect } from "#content/site.ts";
import { slotsIn } from "#content/slots.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import { loadCatalogue } from "#reader/i18n/loadCatalogue.ts";
import { createDocument, type DocumentOptions } from "./createDocument.ts";
import { element, escapeText } from "./head/element.ts";
import { digestOf } from "./head/hashOf.ts";
import { head } from "./head/head.ts";
import { forwardFile, otherPages } from "./otherPages.ts";
import { loadComponents } from "./loadComponents.tsx";
import { createRenderer } from "./renderPage.tsx";
import { setWordsOf } from "./runWords.ts";

/** Makes the HTML of an edition's pages by rendering the reader with each page's JSON, so that pages work without JavaScript. */
export type PageRenderer = {
  /** @param json the text of the page's JSON file */
  render: (page: Page, json: string) => Promise<string>;
  /** The files of no page of the paper: the 404 page, pages such as search, and redirects from old addresses. */
  others: (redirects: Redirect[]) => AsyncGenerator<{ file: string; html: string }>;
};

/**
 * @param words the words of the reader; by default those that it has already
 * @param others the editions in other languages, whose pages are below their prefixes
 */
export function createPageRenderer({ words, others = [], ...options }: PageRendererOptions): PageRenderer {
  if (words) setWordsOf(words, others);
  const main = editionRenderer(options);
  const { site, filesOf, slots } = options;
  const renderers = new Map(
    others.map((other) => {
      const own = { ...site, prefix: other.prefix, data: site.data + editionFolder(other.prefix) };
      const its = {
        edition: other.edition,
        filesOf: other.filesOf ?? filesOf,
        slots: slots && { ...slots, slots: slotsIn(slots, other.prefix) },
      };
      return [other.prefix, editionRenderer({ ...options, site: own, ...its })] as const;
    }),
  );
  if (renderers.size === 0) return main;
  const places = options.edition.editions ?? [];
  return {
    render: (page, json) => {
      const { edition, path } = inEdition(places, page.path);
      return (renderers.get(edition?.prefix ?? "") ?? main).render({ ...page, path }, json);
    },
    others: async function* (redirects) {
      yield* main.others(redirects);
      for (const [prefix, renderer] of renderers)
        for await (const { file, html } of renderer.others([])) yield { file: editionFolder(prefix) + file, html };
    },
  };
}

function editionRenderer(options: DocumentOptions): PageRenderer {
  const { site, isUnindexed = false } = options;
  const loaded = loadComponents(options.components ?? []);
  const document = createDocument(options);
  const rendererOf = createRenderers(options);
  const ofArticle = dependsOn("article", options.edition);
  const { texts } = options.edition;
  const render = createRenderer({ ...shownOn("list", options.edition), ...(texts && { texts }) }, site, options.slots?.slots);
  let words: ReturnType<typeof loadCatalogue> | undefined;
  /** Tells the app whether a story stored on a device was made of the present data. Only stories open as they were last read. */
  const origin = (kind: PageKind, json: string): string =>
    isOfStory(kind) ? element("meta", { name: MADE_OF_META, content: digestOf(madeOf(json, ofArticle)).slice(0, MADE_OF_LENGTH) }) : "";
  return {
    render: async (page, json) => {
      await loaded;
      const { edition, render } = rendererOf(page.kind);
      const { head: reader, ...rendered } = await render(page.path, page.value);
      const title = unescapeHtml(/<title[^>]*>([^<]*)<\/title>/u.exec(reader)?.[1] ?? "") || edition.name;
      // Search engines must not find an earlier version of a story in place of the present one.
      const hidden = isUnindexed || page.kind === "versions" ? noIndex : "";
      const own = head(page, edition, site, title, await (words ??= loadCatalogue(edition.language)));
      const whole = hidden + reader + own + origin(page.kind, json);
      return document({ ...rendered, head: whole }, page.kind);
    },
    others: async function* (redirects) {
      const missing = await render(missingPath, undefined);
      yield { file: htmlFile(missingPath), html: document({ ...missing, head: missingHead + missing.head }, "nothing") };
      for (const [path, content] of otherPages(options.edition)) {
        const own = await render(path, undefined);
        yield { file: htmlFile(path), html: document({ ...own, head: noIndex + own.head }, content) };
      }
      for (const redirect of redirects) {
        const { to } = redirect;
        const file = forwardFile(redirect, site.base);
        if (file !== undefined)
          yield { file, html: forwardPage(to.startsWith("/") ? below(site, to) : to, absolute(site, to), options.edition) };
      }
    },
  };
}

/** An edition in another language. `filesOf` returns its words instead of the main edition's. */
export type OtherEdition = { prefix: string; edition: Edition; words: WordFiles; filesOf?: DocumentOptions["filesOf"] };

export type PageRendererOptions = DocumentOptions & { words?: WordFiles; others?: OtherEdition[] };

type Renderer = { edition: Edition; render: ReturnType<typeof createRenderer> };

/** A renderer for each kind of page, with only the part of the edition that the kind shows. */
function createRenderers({ edition, site, slots }: DocumentOptions): (kind: PageKind) => Renderer {
  const known = new Map<PageKind, Renderer>();
  return (kind) => {
    const shown = shownOn(kind, edition);
    const renderer = known.get(kind) ?? { edition: shown, render: createRenderer(shown, site, slots?.slots) };
    known.set(kind, renderer);
    return renderer;
  };
}

const noIndex = element("meta", { name: "robots", content: "noindex" });

/** The second element is for the reader, which hydrates this page only if it has no page to show either. */
const missingHead = noIndex + element("meta", { name: "broadsheet-page", content: "not-found" });

/**
 * A page at an old address: it redirects by itself, and has a link.
 * @param to the path of the new page, so that the redirect works on any host
 * @param canonical the absolute address of the new page
 */
function forwardPage(to: string, canonical: string, { language, direction, name }: Edition): string {
  const title = escapeText(name);
  return [
    `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${title}</title>`,
    element("meta", { "http-equiv": "refresh", content: `0; url=${to}` }),
    element("link", { rel: "canonical", href: canonical }),
    element("meta", { name: "robots", content: "noindex" }),
    // Without it, browsers would request /favicon.ico, which does not exist.
    element("link", { rel: "icon", href: "data:," }),
    `</head><body><p><a href="${escapeText(to)}">${escapeText(canonical)}</a></p></body></html>\n`,
  ].join("");
}
