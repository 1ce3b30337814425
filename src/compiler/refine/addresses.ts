import { createHash } from "node:crypto";
import { decodedAddress } from "#content/decoded.ts";
import { inEdition } from "#content/edition/editions.ts";
import { articlePath, frontPath, inSite } from "#content/paths.ts";
import { editionsOf } from "../settings/editionSettings.ts";
import type { Settings } from "../settings/settings.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { KeptBackAt } from "../draft/release/keptBack.ts";
import { digestOfAll } from "../state/digest.ts";
import type { Identified } from "./ids.ts";
import { type Addressed, impliedUrls, oldUrls } from "./oldUrls.ts";
import { belongsTo } from "./reservedPaths.ts";
import { wantedSlug } from "./slugs.ts";

/**
 * Resolves a link of an article. A link to any address that an article of this
 * edition has or had gets its current one; others stay as they are. Empty for a
 * link to a story that is kept back: only its text stays.
 */
export type Addresses = (url: string) => string;

/** A draft that has the address `path`, or leads there. */
type Page = { draft: Draft; path: string };

/**
 * Resolves every address that an article of the edition has or had: its own, its old ones, and the path of its file.
 * @param listOf gives the current path of a list of the former site
 * @param pages of the paper, which links may name by their files
 * @param pathOf gives the path of an article in the site
 */
export function addresses(
  drafts: Identified[],
  settings: Settings,
  listOf: (path: string) => string | undefined = () => undefined,
  pages: Page[] = [],
  pathOf: (draft: Identified) => string = ({ slug }) => articlePath(slug),
): Addresses {
  const own = ownOf(settings);
  let known: Map<string, string> | undefined;
  const find = (url: string): string => {
    const key = keyOf(withinFolder(url), own);
    if (key === undefined) return url;
    known ??= pathsByAddress(drafts, own, pages, pathOf);
    const [path] = candidateKeys(key).flatMap((spelling) => known?.get(spelling) ?? []);
    const to = path ?? listOf(withoutQuery(key));
    return to === undefined ? url : to + fragmentOf(url);
  };
  // Many stories link to the same one.
  const found = new Map<string, string>();
  return (url) => {
    const to = found.get(url) ?? find(url);
    found.set(url, to);
    return to;
  };
}

/**
 * The digest of everything that decides where the links of an edition lead, apart from the settings and the files beside the stories.
 * @param pathOf gives the path of an article in the site
 * @param pages of the paper, which links may name by their files; `back` are those that readers may not see
 */
export function addressesDigest(
  drafts: Identified[],
  pathOf: (draft: Identified) => string,
  pages: Page[],
  back: { drafts: Draft[]; pages: Page[] },
): string {
  const all = createHash("sha256");
  const note = (draft: Draft, path?: string): void => {
    const { file, slug, oldUrls: given, url, section, headline, datePublished, topics, authors } = draft;
    all.update(JSON.stringify([path, file, slug, given, url, section, headline, datePublished, topics, authors]));
  };
  for (const draft of drafts) note(draft, pathOf(draft));
  for (const { draft, path } of pages) note(draft, path);
  all.update("back");
  for (const draft of back.drafts) note(draft);
  for (const { draft, path } of back.pages) note(draft, path);
  return digestOfAll(all);
}

/**
 * Finds the file of a story or page that readers may not see by any of its addresses, or by those of a story's posts, versions and EPUB.
 * @param addressOf resolves the addresses of those that they may see
 * @param pages including posts that are kept back while their live blogs are public
 */
export function keptBackAt(addressOf: Addresses, { back, pages }: { back: Draft[]; pages: Page[] }, settings: Settings): KeptBackAt {
  const own = ownOf(settings);
  const files = new Map<string, string>();
  const note = (file: string, all: string[]): void => {
    for (const address of all) for (const key of keysOf(address, own)) files.set(key, file);
  };
  const editions = editionsOf(settings);
  for (const draft of back) {
    const { file, section, url, oldUrls: given, datePublished = "", headline = "" } = draft;
    const slug = wantedSlug({ ...(draft.slug !== undefined && { slug: draft.slug }), headline });
    const inEditions = editions.map(({ prefix }) => inSite(prefix, articlePath(slug)));
    note(file, [...addressesOf({ file, section, url, oldUrls: given, headline, slug, datePublished }), ...inEditions]);
  }
  for (const { draft, path } of pages) note(draft.file, addressesOfPage(draft, path));
  // A public address is also found by another spelling, which `addressOf` then changes.
  const isOpen = (url: string): boolean => {
    const other = `${url.replace(/#.*$/su, "")}/`;
    return addressOf(other) !== other;
  };
  const fileAt = (url: string): string | undefined => {
    const keys = addressOf(url) === url ? candidateKeys(keyOf(url, own) ?? "") : [];
    const [file] = keys.flatMap((key) =>
      isProductPage(inEdition(editions, key).path) && !MARKDOWN.test(url) ? [] : (files.get(key) ?? []),
    );
    return file === undefined || isOpen(url) ? undefined : file;
  };
  return (url) => {
    if (files.size === 0) return undefined;
    const [, story] = BELOW_STORY.exec(withoutQuery(keyOf(url, own) ?? "")) ?? [];
    return fileAt(url) ?? (story === undefined || addressOf(url) !== url ? undefined : fileAt(story));
  };
}

/** Whether a path is that of a page of Broadsheet, and not of a story whose file is named like it, such as "2026-11-20-corrections.md". */
const isProductPage = (path: string): boolean => path === frontPath || (!path.includes("/", 1) && belongsTo(path.slice(1)) !== undefined);

/** The end of a link to a Markdown file: no page has such an address. */
const MARKDOWN = /\.(?:mdx?|markdown|mdown)(?=[?#]|$)/iu;

/** Captures the address of a story from that of something that belongs to it. */
const BELOW_STORY = /^((?:\/[^/]+)?\/article\/[^/]+?)(?:\.epub|\/.+)$/u;

/** Removes links to what is kept back: the address alone may say too much. */
export function withoutBack(addressOf: Addresses, isBackAt: KeptBackAt, report: Report): Addresses {
  const reported = new Set<string>();
  return (url) => {
    const file = isBackAt(url);
    if (file === undefined) return addressOf(url);
    if (!reported.has(file))
      report({
        severity: "notice",
        file,
        message: "Other stories link to it while it is kept back; of these links only the words are shown.",
        remedy: "They lead to it again in the build that publishes it.",
      });
    reported.add(file);
    return "";
  };
}

/** Resolves a link as if nothing were above the content folder. */
export const withinFolder = (url: string): string => url.replace(/^(?:\/\.\.)+(?=\/)/u, "");

function pathsByAddress(
  drafts: Identified[],
  own: string | undefined,
  pages: Page[],
  pathOf: (draft: Identified) => string,
): Map<string, string> {
  const known = new Map<string, string>();
  const others = new Map<string, string>();
  const note = (address: string, path: string, isFirst: (key: string) => boolean): void => {
    const [key, ...more] = keysOf(address, own);
    if (key !== undefined && isFirst(key)) known.set(key, path);
    for (const other of more) others.set(other, path);
  };
  for (const { draft, path } of pages) for (const address of addressesOfPage(draft, path)) note(address, path, () => true);
  for (const draft of drafts) {
    const path = pathOf(draft);
    for (const address of [...addressesOf(draft), path]) note(address, path, (key) => !known.has(key));
  }
  for (const [key, path] of others) if (!known.has(key)) known.set(key, path);
  return known;
}

/** Every current and former address of a page of the paper. */
const addressesOfPage = ({ file, oldUrls: given }: Draft, path: string): string[] => [
  path,
  `/${file}`,
  ...given.map((url) => (/^(?:https?:\/\/|\/)/iu.test(url) ? url : `/${url}`)),
];

/** Every current and former address of an article. */
export function addressesOf(draft: Addressed): string[] {
  const own = [articlePath(draft.slug), `/article/${draft.slug}`, `/${draft.file}`];
  return [...own, ...oldUrls(draft), ...impliedUrls(draft), ...(draft.url === undefined ? [] : [draft.url])];
}

/** The keys that may stand for an article, the most exact first: as given, without a query, without a suffix for a part or another form. */
export function candidateKeys(key: string): string[] {
  const plain = withoutQuery(key);
  return [...new Set([key, plain, plain.replace(/(?:\/(?:amp|feed|rss|atom|print|embed|trackback|comment-page-\d+|\d{1,2}))+$/u, "")])];
}

export const withoutQuery = (key: string): string => key.replace(/\?.*$/su, "");

/** The fragment of an address with its "#"; "" if there is none. */
export const fragmentOf = (url: string): string => /#.*$/su.exec(url)?.[0] ?? "";

/** The beginning of all full addresses of an edition: its host, and its base path. */
const ownOf = ({ url }: Settings): string | undefined =>
  url === undefined ? undefined : `${hostOf(url)}${new URL(url).pathname.replace(/\/+$/u, "")}`;

/** The host of an address without "www.", which makes no difference. */
export const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host.replace(/^www\./u, "") : undefined);

/**
 * A key that is the same for all spellings of an address, and includes its query: a path in this edition, or a host and path elsewhere.
 * @param own the host and base path of this edition: "example.org", "example.org/paper"
 * @returns undefined if the address is not that of a page
 */
export function keyOf(url: string, own: string | undefined): string | undefined {
  if (url.startsWith("/")) return pathKey(url);
  const host = /^https?:/iu.test(url) ? hostOf(url) : undefined;
  if (host === undefined) return undefined;
  const path = url.replace(/^https?:\/\/[^/?#]*/iu, "") || "/";
  const [ownHost] = own?.split("/") ?? [];
  return host === ownHost ? pathKey(below(own?.slice(ownHost.length) ?? "", path)) : host + pathKey(path);
}

/** The key of an address. If the paper has a base path, also the keys with and without it: an old address may be written either way. */
function keysOf(url: string, own: string | undefined): string[] {
  const key = keyOf(url, own);
  if (key === undefined) return [];
  const [host] = own?.split("/") ?? [];
  const path = url.startsWith("/") ? url : hostOf(url) === host ? url.replace(/^https?:\/\/[^/?#]*/iu, "") || "/" : undefined;
  if (host === undefined || path === undefined) return [key];
  return [...new Set([key, pathKey(path), pathKey(below(own?.slice(host.length) ?? "", path))])];
}

/** A path without the base path of the edition. A path beside it on the same host, such as that of a former site, stays whole. */
function below(base: string, path: string): string {
  const rest = path.slice(base.length);
  const isBelow = path.slice(0, base.length).toLowerCase() === base.toLowerCase() && /^(?:[/?#]|$)/u.test(rest);
  return isBelow ? rest.replace(/^(?!\/)/u, "/") : path;
}

function pathKey(url: string): string {
  const [, written = "", query = ""] = /^([^?#]*)(\?[^#]*)?/su.exec(url) ?? [];
  const path = decodedAddress(written).replace(/^\/index\.php(?=\/)/u, "");
  const short = path.replace(/(?:\/index)?\.(?:html?|mdx?|markdown|mdown|json)$/iu, "").replace(/\/(?:index)?$/iu, "");
  return (short.normalize("NFC").toLowerCase() || "/") + query;
}
