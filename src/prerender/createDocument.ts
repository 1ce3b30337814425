import type { Brand } from "#content/brand.ts";
import type { ComponentScript } from "#content/blocks/customBlock.ts";
import type { Edition } from "#content/edition/edition.ts";
import { faultsPath } from "#content/fault.ts";
import { workerFile } from "#content/serviceWorker.ts";
import type { Origins, Slots } from "#content/slots.ts";
import { belowPages, type Site } from "#content/site.ts";
import { WORKER_META } from "#reader/features/offline/workerPolicy.ts";
import { THEME_COLORS_META } from "#reader/features/settings/themeColors.ts";
import { createCriticalStyles, type CriticalStyles, type Sheets } from "#loading/styles/criticalStyles.ts";
import { createTemplate } from "#loading/fillTemplate.ts";
import { headSlot, slotTemplates } from "./slotTemplates.ts";
import { createEarlyHead, type EarlyHead } from "./head/earlyHead.ts";
import { element } from "./head/element.ts";
import { hashOf } from "./head/hashOf.ts";
import { policy } from "./head/policy.ts";
import { type Content, createChunks } from "#loading/chunks/pageChunks.ts";
import type { RenderedPage } from "./renderPage.tsx";

/** Where an edition is published, and the address of its JSON. */
export type PaperSite = Site & { data: string };

/** What every HTML file of a site is made from, besides its page. */
export type DocumentOptions = {
  /** The built index.html of the reader. */
  template: string;
  /** The reader's built style sheets, which are in assets/. */
  styles: Sheets;
  /** The font files that a page uses, below the base. */
  fonts: string[];
  /** The files that chunks and modules of the reader need, below the base. */
  filesOf: (chunks: string[]) => string[];
  site: PaperSite;
  edition: Edition;
  /** Whether the site has a service worker. */
  worker?: boolean;
  /** Whether search engines must not index its pages, such as those of a preview for the newsroom. */
  isUnindexed?: boolean;
  /** The parts of the paper's brand that documents contain. */
  brand?: Pick<Brand, "frame" | "icon" | "typefaces"> | undefined;
  /** The HTML that the paper adds to its pages. */
  slots?: Pick<Slots, "slots" | "editions" | "origins"> | undefined;
  /** The components of the paper's blocks. */
  components?: ComponentScript[] | undefined;
};

/** Creates the function that makes the whole HTML file of a page, with the styles for its first paint. */
export function createDocument(options: DocumentOptions): (page: RenderedPage, content: Content) => string {
  const { site, edition } = options;
  const { language, direction } = edition;
  const isBranded = Object.keys(options.brand?.typefaces ?? {}).length > 0;
  const fill = createTemplate(options.template, site.base, { files: options.fonts, isBranded }, slotTemplates(options.slots?.slots));
  const criticalStyles = createCriticalStyles(options.styles, `${site.base}assets/`);
  const common = commonHead(options);
  const ownHead = headSlot(options.slots?.slots);
  const { rare, marked: apart = [], typefaces } = options.styles;
  const marked = [...(rare ? [["rare", rare] as const] : []), ...apart].map(([mark, { file }]) => ({
    /** The class of every block whose styles are in the sheet. */
    mark: new RegExp(`<\\w+ class="${mark}[ "]`, "u"),
    link: element("link", { rel: "stylesheet", fetchpriority: "low", href: site.base + file }),
  }));
  const early = createEarlyHead(options.brand?.frame, typefaces && site.base + typefaces.file);
  const firsts = new Map<CriticalStyles, string>();
  const firstWith = (styles: CriticalStyles): string => {
    const first = firsts.get(styles) ?? firstOf(styles, early, options);
    firsts.set(styles, first);
    return first;
  };
  const chunksFor = createChunks(options.filesOf);
  return ({ pictures, head, page }, content) => {
    const styles = criticalStyles(page, language);
    const own = focalStyles(page) + (page.includes('class="page most-read"') ? (options.styles.mostRead ?? "") : "");
    const first = own === "" ? firstWith(styles) : firstOf({ ...styles, styles: styles.styles + own }, early, options);
    return fill({
      language,
      direction,
      head: pictures + first + common + head + ownHead,
      page,
      styles: marked.map(({ mark, link }) => (mark.test(page) ? link : "")).join(""),
      chunks: chunksFor(content),
    });
  };
}

/** A rule for each focal point of the pictures of a page. React writes the attribute, from what the schema of pictures allows. */
function focalStyles(page: string): string {
  const points = new Set(Array.from(page.matchAll(/ data-focus="([\d% ]+)"/gu), ([, point = ""]) => point));
  return [...points].map((point) => `[data-focus="${point}"]{object-position:${point}}`).join("");
}

/**
 * The beginning of the head. The Content-Security-Policy comes first, since it applies to what follows. Only preloads of
 * the first screen's pictures, which are the edition's own, precede it: Chromium's preload scanner stops at a policy.
 * The early script, which finds the first style element, enables the fonts; else start.ts does so once the page has
 * been painted and they are loaded. Fonts that are still loading slow down the first layout.
 */
function firstOf({ styles, fonts }: CriticalStyles, early: EarlyHead, { site, edition, worker, slots }: DocumentOptions): string {
  const content = policy(
    site.data,
    { scripts: [early.scriptHash], styles: [fonts, styles].filter(Boolean).map(hashOf) },
    worker,
    withServers(slots?.origins, edition),
  );
  return [
    element("meta", { "http-equiv": "Content-Security-Policy", content }),
    fonts === "" ? "" : `<style media="not all">${fonts}</style>`,
    early.head,
    `<style>${styles}</style>`,
  ].join("");
}

/**
 * Navigation within the app keeps the policy of the first page, so every page allows the servers of all stories, and the decrypted
 * pictures (blobs) of those for members.
 */
function withServers(origins: Origins = {}, { discussionServers = [], members }: Edition): Origins {
  return {
    ...origins,
    "connect-src": [...new Set([...(origins["connect-src"] ?? []), ...discussionServers])],
    ...(members && { "img-src": [...(origins["img-src"] ?? []), "blob:"] }),
  };
}

function commonHead({ site, edition, worker, brand }: DocumentOptions): string {
  const below = (file: string) => `${site.base}${file}`;
  return [
    element("meta", { name: "broadsheet-base", content: site.base }),
    element("meta", { name: "broadsheet-data", content: site.data }),
    site.prefix ? element("meta", { name: "broadsheet-prefix", content: site.prefix }) : "",
    edition.faults ? element("meta", { name: "broadsheet-faults", content: below(faultsPath) }) : "",
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
