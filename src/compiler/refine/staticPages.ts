import type { Ref } from "#content/article.ts";
import { direction } from "#content/direction.ts";
import type { ErrorText, StateText } from "#content/edition/edition.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { failedPath, missingPath } from "#content/pages/ownPages.ts";
import { checkboxCharacter } from "#content/blocks/plainText.ts";
import { offlinePath } from "#content/serviceWorker.ts";
import { editionOf, inEdition } from "#content/edition/editions.ts";
import { frontPath, inSite, staticPath } from "#content/paths.ts";
import { slug } from "#content/slug.ts";
import type { StaticPage } from "#content/pages/staticPage.ts";
import type { Draft, PageFields } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { Say } from "../text/say.ts";
import type { Skipped } from "../reading/readDrafts.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import { editionsOf } from "../settings/editionSettings.ts";
import type { Settings } from "../settings/settings.ts";
import type { Addresses } from "./addresses.ts";
import { language } from "./language.ts";
import { mapImageLinks, mapLinks } from "../body/mapLinks.ts";
import { belongsTo, listAddresses, ofCollections } from "./reservedPaths.ts";
import { type Translated, translations } from "./translations.ts";
import { typeset } from "./typeset.ts";
import { type ContentLinks, withoutUnknown } from "./withoutUnknown.ts";

/** A draft of a page with its address. */
export type PlacedPage = { draft: Draft; path: string };

/** A page of the paper, and the fields that say only where it stands in the paper. */
export type OwnPage = {
  value: StaticPage;
  file: string;
  fields: PageFields;
  oldUrls: string[];
  /** When the content of an item, or of a list of items, last changed. */
  lastModified?: string | undefined;
  /** What the search knows of an item besides its text: words of its properties, and subjects by which it can be filtered. */
  found?: { aside: string[]; line: string; section: Ref; topics: Ref[]; places: Ref[] };
} & Partial<Pick<Draft, "datePublished" | "dateModified">> & { authors?: string[] };

/** Pages with an address, and those left out. */
type Placing = { placed: PlacedPage[]; skipped: Skipped[] };

/**
 * The pages of a paper, and those that were left out. `texts` is its text for pages of Broadsheet, `textsIn` that of its other
 * editions by their prefixes. `failed` is what it says in each edition when its server fails.
 */
export type OwnPages = {
  pages: OwnPage[];
  texts: OwnTexts;
  textsIn: Map<string, OwnTexts>;
  failed: Map<string, ErrorText>;
  skipped: Skipped[];
};

type OwnTexts = { missing?: StateText; offline?: StateText };

/**
 * Gives each page its address: the path of its file below pages/, within the
 * edition in its language if the site has several (/nl/about). A page whose
 * address belongs to something else is reported and left out. In a paper without
 * stories, pages/index.md takes the place of the front page.
 * @param hasStories whether an edition has any, by its prefix
 * @param storyAt names the story that has or had an address
 */
export function placePages(
  drafts: Draft[],
  settings: Settings,
  hasStories: (prefix: string) => boolean,
  storyAt: (path: string) => string | undefined,
  report: Report,
): Placing {
  const placed: PlacedPage[] = [];
  const skipped: Skipped[] = [];
  const takenBy = new Map<string, string>();
  const editions = editionsOf(settings);
  const lists = listAddresses(settings);
  for (const draft of drafts) {
    const { file } = draft;
    const { prefix, own } = placeOf(draft, settings);
    const path = inSite(prefix, staticPath(own));
    const key = path.toLowerCase();
    if (own === INDEX && !hasStories(prefix)) {
      placed.push({ draft, path: inSite(prefix, frontPath) });
      continue;
    }
    const { edition } = inEdition(editions, path);
    const other = edition && edition.prefix !== prefix ? `the edition in “${edition.language}”` : undefined;
    const owner = belongsTo(own) ?? other ?? lists.get(key.replace(/\/page\/\d+$/u, "")) ?? takenBy.get(key) ?? storyAt(path);
    if (owner === undefined) {
      takenBy.set(key, file);
      placed.push({ draft, path });
      continue;
    }
    const message = `The address ${decodeURIComponent(path)} belongs to ${owner}, so this page was left out.`;
    report({
      severity: "warning",
      file,
      ...(draft.slug !== undefined && { place: "slug" }),
      message,
      remedy: "Give the page another slug, or its file another name.",
    });
    skipped.push({ file, reason: message, lost: "other" });
  }
  return { placed, skipped };
}

/** Pages that are kept back, at the addresses that they would have, except those whose address belongs to the product. */
export function keptBackPages(drafts: Draft[], settings: Settings): PlacedPage[] {
  return drafts.flatMap((draft) => {
    const { prefix, own } = placeOf(draft, settings);
    return belongsTo(own) === undefined ? [{ draft, path: inSite(prefix, staticPath(own)) }] : [];
  });
}

/** The name of the page at a folder's own address. */
const INDEX = "index";

/** The edition of a page, and its slug there without the language tag in its path or name, since the prefix already has that. */
function placeOf(draft: Draft, settings: Settings): { prefix: string; own: string } {
  const collection = ofCollections(settings).find(({ folder }) => folder === draft.page?.item?.collection);
  const at = collection ? `${collection.path}/` : "";
  const own = slugOf(draft, collection?.folder ?? settings.pages);
  const editions = editionsOf(settings);
  // To detect a language takes longer than the rest.
  const { prefix = "" } =
    (editions.length > 0 &&
      editionOf(
        editions,
        language(draft, settings.language, () => {}),
      )) ||
    {};
  const tag = prefix.slice(1);
  if (tag === "" || own === tag) return { prefix, own: at + (tag === "" ? own : INDEX) };
  return { prefix, own: at + (own.startsWith(`${tag}/`) ? own.slice(tag.length + 1) : own.replace(new RegExp(`-${tag}$`, "u"), "")) };
}

/** The path of a page's file below the folder of pages; a slug replaces the name of the file. */
function slugOf({ file, slug: own }: Draft, folder: string): string {
  const parts = (folder === "." ? file : file.slice(folder.length + 1)).split("/");
  const name = (parts.pop() ?? "").replace(/\.\w+$/u, "");
  const isIndex = name.toLowerCase() === INDEX && parts.length > 0;
  const last = isIndex ? (parts.pop() ?? "") : name;
  return [...parts, ...(own ?? last).split("/")].map((part) => slug(part) || "page").join("/");
}

/**
 * Makes pages of drafts that have an address.
 * @param back drafts that are kept back
 * @param addressOf resolves links in the edition; `say` gives the words that a build writes into texts; `memory` has the languages
 * that earlier builds detected
 */
export function ownPages(
  { placed, skipped }: Placing,
  back: Draft[],
  settings: Settings,
  { addressOf, links, say, memory }: { addressOf: Addresses; links: ContentLinks; say?: Say | undefined; memory?: StoryMemory | undefined },
  report: Report,
): OwnPages {
  const made: OwnPages = { pages: [], texts: {}, textsIn: new Map(), failed: new Map(), skipped };
  const editions = editionsOf(settings);
  const languages = new Map(placed.map(({ draft }) => [draft, language(draft, settings.language, report, memory)]));
  const translated = translatedPages(placed, back, languages, settings, report);
  for (const { draft, path } of placed) {
    const leadsTo = withoutUnknown(addressOf, links, draft.file, report);
    const inLanguage = languages.get(draft) ?? settings.language;
    const { edition, path: localPath } = inEdition(editions, path);
    const value = pageOf(draft, { path, localPath, inLanguage, translated: translated.get(draft) }, leadsTo, say);
    if (localPath === failedPath) {
      const { inLanguage: tag, direction: way } = value;
      made.failed.set(edition?.prefix ?? "", { ...stateText(value, "failed", draft.file, report), inLanguage: tag, direction: way });
    } else if (isStateText(localPath)) {
      const texts = edition?.prefix ? (made.textsIn.get(edition.prefix) ?? {}) : made.texts;
      const kind = localPath === missingPath ? "missing" : "offline";
      texts[kind] = stateText(value, kind, draft.file, report);
      if (edition?.prefix) made.textsIn.set(edition.prefix, texts);
    } else made.pages.push({ value, ...factsOf(draft) });
  }
  const titles = new Map(made.pages.map(({ value: { path, title } }) => [path, title]));
  for (const { value } of made.pages) {
    const above = Array.from(value.path.matchAll(/(?<=[^/])\//gu), ({ index }) => value.path.slice(0, index)).flatMap((url) => {
      const name = titles.get(url);
      return name === undefined ? [] : [{ name, url }];
    });
    if (above.length > 0) value.above = above;
  }
  return made;
}

const factsOf = ({ file, page = {}, oldUrls, datePublished, dateModified, authors }: Draft): Omit<OwnPage, "value"> => ({
  file,
  fields: page,
  oldUrls,
  ...(page.item && { datePublished, dateModified, authors: authors.map(({ name }) => name) }),
});

/** Whether a page of the paper gives the text for a page of Broadsheet. @param path in its edition */
const isStateText = (path: string): boolean => path === missingPath || path === offlinePath || path === failedPath;

function translatedPages(
  placed: PlacedPage[],
  back: Draft[],
  languages: ReadonlyMap<Draft, string>,
  settings: Settings,
  report: Report,
): ReadonlyMap<Draft, Translated> {
  const kept = back.map((draft) => {
    const { prefix, own } = placeOf(draft, settings);
    return { draft, path: inSite(prefix, staticPath(own)) };
  });
  const [open, others] = [placed.filter(({ path }) => !isStateText(inEdition(editionsOf(settings), path).path)), kept].map((pages) =>
    pages.map(({ draft, path }) => ({
      draft,
      address: path,
      names: [decodeURIComponent(path), decodeURIComponent(path.slice(1)), ...(draft.id === undefined ? [] : [draft.id])],
      inLanguage: languages.get(draft) ?? "",
      title: titleOf(draft),
    })),
  );
  return translations(open ?? [], others ?? [], { kind: "page", language: settings.language, report });
}

const titleOf = ({ headline = "", mark }: Draft): string => (mark === undefined ? headline : `[${mark}] ${headline}`);

type Place = { path: string; localPath: string; inLanguage: string; translated: Translated | undefined };

function pageOf(draft: Draft, { path, localPath, inLanguage, translated }: Place, leadsTo: Addresses, say: Say | undefined): StaticPage {
  const { standfirst, image, page = {} } = draft;
  const linked = (url: string): string | undefined => leadsTo(url) || undefined;
  return {
    path,
    title: titleOf(draft),
    standfirst,
    type: page.type ?? (localPath === "/about" ? "AboutPage" : localPath === "/contact" ? "ContactPage" : "WebPage"),
    ...(page.contents && { contents: true }),
    image: image && mapImageLinks(image, linked),
    body: typeset(mapLinks(draft.body, linked), { slug: path, inLanguage }, undefined, say),
    inLanguage,
    direction: draft.direction ?? direction(inLanguage),
    translationOf: translated?.translationOf,
    translations: translated?.translations.map(({ address, ...other }) => ({ path: address, ...other })),
  };
}

/**
 * The text of the 404, the offline or the error page. It comes with the edition, so that it is there without a connection: a title and plain
 * paragraphs, and for the 404 page, which is also seen with a connection, a picture.
 */
function stateText({ title, image, body }: StaticPage, kind: keyof OwnTexts | "failed", file: string, report: Report): StateText {
  const shown = kind === "missing" ? image : undefined;
  const others = body.flatMap(({ type }) => (type === "paragraph" ? [] : [type]));
  const left = [...new Set(image && !shown ? ["picture", ...others] : others)];
  if (left.length > 0)
    report({
      severity: "warning",
      file,
      message: `This page shows only ${kind === "missing" ? "its picture, " : ""}paragraphs and links; what else it has (${left.join(", ")}) was left out.`,
      remedy: "Say it in paragraphs.",
    });
  return {
    title,
    ...(shown && { image: shown }),
    paragraphs: body.flatMap((block) => (block.type === "paragraph" ? [block.children.flatMap((inline) => partsOf(inline))] : [])),
  };
}

function partsOf(inline: Inline, url?: string): StateText["paragraphs"][number] {
  switch (inline.type) {
    case "text":
    case "code":
    case "math":
      return [{ text: inline.text, ...(url !== undefined && { url }) }];
    case "break":
      return [{ text: " " }];
    case "noteRef":
      return [];
    case "checkbox":
      return [{ text: checkboxCharacter(inline) }];
    case "link":
      return inline.children.flatMap((child) => partsOf(child, inline.url));
    case "strong":
    case "emphasis":
    case "sub":
    case "sup":
    case "mark":
    case "del":
    case "ins":
    case "abbr":
    case "lang":
      return inline.children.flatMap((child) => partsOf(child, url));
  }
}
