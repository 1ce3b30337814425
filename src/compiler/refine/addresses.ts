import { existsSync } from "node:fs";
import { join } from "node:path";
import { inEdition } from "#content/edition/editions.ts";
import { articlePath, frontPath, inSite } from "#content/paths.ts";
import { editionsOf } from "../settings/editions.ts";
import type { Settings } from "../settings/settings.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { KeptBackAt } from "../draft/release/keptBack.ts";
import { wikiName } from "../draft/wikiAddress.ts";
import type { Identified } from "./ids.ts";
import { type Addressed, impliedUrls, oldUrls } from "./oldUrls.ts";
import { belongsTo } from "./reservedPaths.ts";
import { wantedSlug } from "./slugs.ts";

/**
 * Where a link of an article leads now: to an article of this edition by
 * whatever address it had before, or where it led. Empty where it leads to a
 * story that is kept back: of such a link only the words stay.
 */
export type Addresses = (url: string) => string;

/**
 * Knows every address that an article of the edition has or had: its own, its old ones, that of its file.
 * @param listOf where lists of the former site are now
 * @param pages of the paper, to which links may lead by their files
 * @param pathOf where an article is in the site
 */
export function addresses(
  drafts: Identified[],
  settings: Settings,
  listOf: (path: string) => string | undefined = () => undefined,
  pages: { draft: Draft; path: string }[] = [],
  pathOf: (draft: Identified) => string = ({ slug }) => articlePath(slug),
): Addresses {
  const own = ownOf(settings);
  let known: Map<string, string> | undefined;
  const find = (url: string): string => {
    const key = keyOf(withinFolder(url), own);
    if (key === undefined) return url;
    known ??= pathsByAddress(drafts, own, pages, pathOf);
    const [path] = spellings(key).flatMap((spelling) => known?.get(spelling) ?? []);
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
 * Knows every address of the stories and pages that readers may not see, and of what is below a story's: its posts, its versions, its book.
 * @param addressOf of those that they may see
 * @param pages with the posts of live blogs that are kept back by themselves
 */
export function keptBackAt(
  addressOf: Addresses,
  { back, pages }: { back: Draft[]; pages: { draft: Draft; path: string }[] },
  settings: Settings,
): KeptBackAt {
  const own = ownOf(settings);
  const files = new Map<string, string>();
  const note = (file: string, all: string[]): void => {
    for (const address of all) for (const key of keysOf(address, own)) files.set(key, file);
  };
  const editions = editionsOf(settings);
  for (const draft of back) {
    const { file, section, url, oldUrls: given, datePublished = "" } = draft;
    const slug = wantedSlug({ ...(draft.slug !== undefined && { slug: draft.slug }), headline: draft.headline ?? "" });
    const inEditions = editions.map(({ prefix }) => inSite(prefix, articlePath(slug)));
    note(file, [...addressesOf({ file, section, url, oldUrls: given, slug, datePublished }), ...inEditions]);
  }
  for (const { draft, path } of pages) note(draft.file, addressesOfPage(draft, path));
  // What readers may see is found by another spelling of its address as well, which is then changed.
  const isOpen = (url: string): boolean => {
    const other = `${url.replace(/#.*$/su, "")}/`;
    return addressOf(other) !== other;
  };
  const fileAt = (url: string): string | undefined => {
    const keys = addressOf(url) === url ? spellings(keyOf(url, own) ?? "") : [];
    const [file] = keys.flatMap((key) => (isProducts(inEdition(editions, key).path) && !MARKDOWN.test(url) ? [] : (files.get(key) ?? [])));
    return file === undefined || isOpen(url) ? undefined : file;
  };
  return (url) => {
    if (files.size === 0) return undefined;
    const [, story] = BELOW_STORY.exec(withoutQuery(keyOf(url, own) ?? "")) ?? [];
    return fileAt(url) ?? (story === undefined || addressOf(url) !== url ? undefined : fileAt(story));
  };
}

/** Whether a page that every paper has or may have is at a path: it is not the story's whose file is named like it, "2026-11-20-corrections.md". */
const isProducts = (path: string): boolean => path === frontPath || (!path.includes("/", 1) && belongsTo(path.slice(1)) !== undefined);

/** A link to a file: no page is at such an address. */
const MARKDOWN = /\.(?:mdx?|markdown|mdown)(?=[?#]|$)/iu;

/** The address of a story, in that of what belongs to it. */
const BELOW_STORY = /^((?:\/[^/]+)?\/article\/[^/]+?)(?:\.epub|\/.+)$/u;

/** The same without links to what is kept back: the address alone may say too much. */
export function withoutBack(addressOf: Addresses, isBackAt: KeptBackAt, report: Report): Addresses {
  const told = new Set<string>();
  return (url) => {
    const file = isBackAt(url);
    if (file === undefined) return addressOf(url);
    if (!told.has(file))
      report({
        severity: "notice",
        file,
        message: "Other stories link to it while it is kept back; of these links only the words are shown.",
        remedy: "They lead to it again in the build that publishes it.",
      });
    told.add(file);
    return "";
  };
}

/**
 * Of a link by a name that no article of the edition has, only the words stay.
 * @param outside where links lead that lead out of the content folder
 */
export function withoutUnknown(addressOf: Addresses, file: string, report: Report, outside: Outside = withinFolder): Addresses {
  const told = new Set<string>();
  return (url) => {
    const to = addressOf(url);
    if (leadsOut(to)) return outside(to, file);
    const name = wikiName(to);
    if (name === undefined) return to;
    const message = `No article of the edition is called "${name}", so only the words of the link are shown.`;
    if (!told.has(name))
      report({ severity: "warning", file, about: `[[${name}`, message, remedy: "Correct the name, or remove the brackets." });
    told.add(name);
    return "";
  };
}

/** Where a link of a file leads that leads out of the content folder; empty where only its words stay. */
export type Outside = (url: string, file: string) => string;

const leadsOut = (url: string): boolean => url.startsWith("/../");

/** As if the content folder had nothing above it. */
const withinFolder = (url: string): string => url.replace(/^(?:\/\.\.)+(?=\/)/u, "");

/**
 * Gives the function that knows where links out of the content folder lead,
 * which are good where the files are read and lead to nothing in a site: to the
 * repository, if the settings name it.
 */
export function outsideOf(content: string, { repository }: Settings, report: Report): Outside {
  return (url, file) => {
    if (repository !== undefined) return new URL(url.slice(1), repository.replace(/\/?$/u, "/")).href;
    if (!existsSync(join(content, decoded(url.replace(/[?#].*$/su, ""))))) return withinFolder(url);
    report({
      severity: "notice",
      file,
      about: url.slice(1),
      message: `The link to ${url.slice(1)} leads out of the content folder, so only its words are shown.`,
      remedy: "Name the address of the folder in edition.json as repository, and such links lead there.",
    });
    return "";
  };
}

function pathsByAddress(
  drafts: Identified[],
  own: string | undefined,
  pages: { draft: Draft; path: string }[],
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

/** Every address of a page of the paper, now and before. */
const addressesOfPage = ({ file, oldUrls: given }: Draft, path: string): string[] => [
  path,
  `/${file}`,
  ...given.map((url) => (/^(?:https?:\/\/|\/)/iu.test(url) ? url : `/${url}`)),
];

/** Every address of an article, now and before. */
export function addressesOf(draft: Addressed): string[] {
  const own = [articlePath(draft.slug), `/article/${draft.slug}`, `/${draft.file}`];
  return [...own, ...oldUrls(draft), ...impliedUrls(draft), ...(draft.url === undefined ? [] : [draft.url])];
}

/** What else may stand for the same article: without its query, and without what asks for a part or another form of it. The most exact comes first. */
export function spellings(key: string): string[] {
  const plain = withoutQuery(key);
  return [...new Set([key, plain, plain.replace(/(?:\/(?:amp|feed|rss|atom|print|embed|trackback|comment-page-\d+|\d{1,2}))+$/u, "")])];
}

export const withoutQuery = (key: string): string => key.replace(/\?.*$/su, "");

/** With its "#"; "" where there is none. */
export const fragmentOf = (url: string): string => /#.*$/su.exec(url)?.[0] ?? "";

/** What the full addresses of an edition begin with: its host, and the path that it is below. */
const ownOf = ({ url }: Settings): string | undefined =>
  url === undefined ? undefined : `${hostOf(url)}${new URL(url).pathname.replace(/\/+$/u, "")}`;

/** Without "www.", which says nothing. */
export const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host.replace(/^www\./u, "") : undefined);

/**
 * The same for all ways to write one address, with its query; a path for those of this edition, host and path for others. Undefined for what is no page.
 * @param own the host of this edition, and the path that it is below: "example.org", "example.org/paper"
 */
export function keyOf(url: string, own: string | undefined): string | undefined {
  if (url.startsWith("/")) return pathKey(url);
  const host = /^https?:/iu.test(url) ? hostOf(url) : undefined;
  if (host === undefined) return undefined;
  const path = url.replace(/^https?:\/\/[^/?#]*/iu, "") || "/";
  const [ownHost] = own?.split("/") ?? [];
  return host === ownHost ? pathKey(below(own?.slice(ownHost.length) ?? "", path)) : host + pathKey(path);
}

/** The same, and in a paper below a path also with that path, or without it: an old address may be written either way. */
function keysOf(url: string, own: string | undefined): string[] {
  const key = keyOf(url, own);
  if (key === undefined) return [];
  const [host] = own?.split("/") ?? [];
  const path = url.startsWith("/") ? url : hostOf(url) === host ? url.replace(/^https?:\/\/[^/?#]*/iu, "") || "/" : undefined;
  if (host === undefined || path === undefined) return [key];
  return [...new Set([key, pathKey(path), pathKey(below(own?.slice(host.length) ?? "", path))])];
}

/** The path in an edition that is below another; of what is beside it on the same host, such as a former site, the whole. */
function below(base: string, path: string): string {
  const rest = path.slice(base.length);
  const isBelow = path.slice(0, base.length).toLowerCase() === base.toLowerCase() && /^(?:[/?#]|$)/u.test(rest);
  return isBelow ? rest.replace(/^(?!\/)/u, "/") : path;
}

function pathKey(url: string): string {
  const [, written = "", query = ""] = /^([^?#]*)(\?[^#]*)?/su.exec(url) ?? [];
  const path = decoded(written).replace(/^\/index\.php(?=\/)/u, "");
  const short = path.replace(/(?:\/index)?\.(?:html?|mdx?|markdown|mdown|json)$/iu, "").replace(/\/(?:index)?$/iu, "");
  return (short.normalize("NFC").toLowerCase() || "/") + query;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
