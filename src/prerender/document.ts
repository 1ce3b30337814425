import type { Brand } from "#content/brand.ts";
import type { ComponentScript } from "#content/blocks/customBlock.ts";
import type { Edition } from "#content/edition/edition.ts";
import { workerFile } from "#content/serviceWorker.ts";
import type { Origins, Slots } from "#content/slots.ts";
import { belowPages, type Site } from "#content/site.ts";
import { WORKER_META } from "#reader/features/offline/workerScript.ts";
import { THEME_COLORS_META } from "#reader/features/settings/themeColors.ts";
import { createCriticalStyles, type CriticalStyles, type Sheets } from "./critical/criticalStyles.ts";
import { createTemplate } from "./fillTemplate.ts";
import { headSlot, slotTemplates } from "./slotTemplates.ts";
import { createEarlyHead, type EarlyHead } from "./head/earlyHead.ts";
import { element } from "./head/element.ts";
import { hashOf } from "./head/hashOf.ts";
import { policy } from "./head/policy.ts";
import { type Content, createChunks } from "./pageChunks.ts";
import type { RenderedPage } from "./renderPage.tsx";

/** Where an edition will be read, and where its JSON lives. */
export type PaperSite = Site & { data: string };

/** What every HTML file of a site is made of, besides its page. */
export type DocumentOptions = {
  /** The built index.html of the reader. */
  template: string;
  /** The reader's built style sheets, which lie in assets/. */
  styles: Sheets;
  /** Paths of font files below the base: those that a page without pictures on its first screen needs at once, and all that it is set in. */
  preload: string[];
  fonts: string[];
  /** The files that some of the reader's chunks and modules need, below the base. */
  filesOf: (chunks: string[]) => string[];
  site: PaperSite;
  edition: Edition;
  /** Whether the site has a service worker. */
  worker?: boolean;
  /** Whether it is for those who make the paper alone, and no page for search engines. */
  preview?: boolean;
  /** How the paper looks, as far as documents say so. */
  brand?: Pick<Brand, "frame" | "icon"> | undefined;
  /** What the paper puts into its pages. */
  slots?: Pick<Slots, "slots" | "origins"> | undefined;
  /** The components of the paper's blocks. */
  components?: ComponentScript[] | undefined;
};

/** Gives the function that makes a whole HTML file of a page, with the styles that its first paint needs. */
export function createDocument(options: DocumentOptions): (page: RenderedPage, content: Content) => string {
  const { site, edition } = options;
  const { language, direction } = edition;
  const fill = createTemplate(options.template, site.base, options.fonts, slotTemplates(options.slots?.slots));
  const fonts = fontLinks(options);
  const criticalStyles = createCriticalStyles(options.styles, `${site.base}assets/`);
  const common = commonHead(options);
  const ownHead = headSlot(options.slots?.slots);
  const early = createEarlyHead(options.brand?.frame);
  const firsts = new Map<CriticalStyles, string>();
  const firstWith = (styles: CriticalStyles): string => {
    const first = firsts.get(styles) ?? firstOf(styles, early, options);
    firsts.set(styles, first);
    return first;
  };
  const { rare } = options.styles;
  const chunksFor = createChunks(options.filesOf);
  return ({ pictures, head, page }, content) => {
    const first = firstWith(criticalStyles(page, language));
    return fill({
      language,
      direction,
      head: pictures + first + common + head + ownHead,
      fonts: pictures === "" ? fonts : "",
      page,
      styles: rare && RARE.test(page) ? element("link", { rel: "stylesheet", fetchpriority: "low", href: site.base + rare.file }) : "",
      chunks: chunksFor(content),
    });
  };
}

/** The class of every block whose styles are in the rare sheet. */
const RARE = /<\w+ class="rare[ "]/u;

/**
 * What must hold before anything else. The policy comes first: it binds what
 * follows. Before it stand only the links to the pictures of the first screen, which
 * are the edition's own: Chromium looks ahead for files no further than to a policy.
 * The fonts are applied by the early script, which looks for the first style, or by start.ts when the page has been
 * painted and they are here: fonts that are still to come make the first layout slower.
 */
function firstOf({ styles, fonts }: CriticalStyles, early: EarlyHead, { site, edition, worker, slots }: DocumentOptions): string {
  const content = policy(
    site.data,
    { scripts: [early.scriptHash], styles: [fonts, styles].filter(Boolean).map(hashOf) },
    worker,
    withServers(slots?.origins, edition.discussionServers),
  );
  return [
    element("meta", { "http-equiv": "Content-Security-Policy", content }),
    fonts === "" ? "" : `<style media="not all">${fonts}</style>`,
    early.head,
    `<style>${styles}</style>`,
  ].join("");
}

/** A page is left for a story without a new policy, so that each lets in the servers of all stories. */
function withServers(origins: Origins = {}, servers: string[] = []): Origins {
  return { ...origins, "connect-src": [...new Set([...(origins["connect-src"] ?? []), ...servers])] };
}

/** For pages without pictures on the first screen: three fonts take as long as a picture, and text can be read without them. */
function fontLinks({ site, preload }: DocumentOptions): string {
  return preload
    .map((file) => element("link", { rel: "preload", href: site.base + file, as: "font", type: "font/woff2", crossorigin: "" }))
    .join("");
}

function commonHead({ site, edition, worker, brand }: DocumentOptions): string {
  const below = (file: string) => `${site.base}${file}`;
  return [
    element("meta", { name: "broadsheet-base", content: site.base }),
    element("meta", { name: "broadsheet-data", content: site.data }),
    site.prefix ? element("meta", { name: "broadsheet-prefix", content: site.prefix }) : "",
    worker ? element("meta", { name: WORKER_META, content: below(workerFile) }) : "",
    brand
      ? element("meta", {
          name: THEME_COLORS_META,
          "data-light": brand.frame.light,
          "data-sepia": brand.frame.sepia,
          "data-dark": brand.frame.dark,
        })
      : "",
    brand?.icon === "bitmap"
      ? element("link", { rel: "icon", href: below("icon-192.png"), type: "image/png" })
      : element("link", { rel: "icon", href: below("icon.svg"), type: "image/svg+xml" }),
    element("link", { rel: "apple-touch-icon", href: below("icon-192.png") }),
    element("link", { rel: "manifest", href: belowPages(site, "/manifest.webmanifest") }),
    element("link", {
      rel: "search",
      type: "application/opensearchdescription+xml",
      href: belowPages(site, "/opensearch.xml"),
      title: edition.name,
    }),
  ].join("");
}
