import { decoded } from "#content/decoded.ts";
import { articlePath, archivePath, frontPath, latestPath, placesPath, searchPath, topicsPath } from "#content/paths.ts";
import { addressesOf, fragmentOf, hostOf, keyOf, spellings, withoutQuery } from "../refine/addresses.ts";
import { hasAnchor, headingsIn } from "../refine/anchors.ts";
import { formerLists } from "../refine/formerLists.ts";
import type { Settings } from "../settings/settings.ts";
import type { DiskTables } from "../state/DiskTables.ts";
import type { Settled } from "./articleJson.ts";

/** Where a link of an article leads now; without `to` it leads nowhere. `why` is a full sentence for the report. */
export type Lead = { to?: string; why?: string };

/** Knows where the addresses of an archive lead, of which each article has several. */
export type LinkIndex = {
  add: (article: Settled) => void;
  /** An address that means the same as another, such as the page of a picture. */
  alias: (from: string, to: string) => void;
  /** Whether it takes what is read later to know where a link leads. */
  waits: (url: string) => boolean;
  /** What becomes of a link, once all is read or it need not wait. */
  lead: (url: string, article: Settled) => Lead;
};

/** @param settings as they are found out while the archive is read: its own address may come late */
export function linkIndex(settings: Settings, tables: DiskTables): LinkIndex {
  const [articles, headings, aliases] = [tables.table("articles"), tables.table("headings"), tables.table("aliases")];
  const lists = formerLists();
  const own = () => (settings.url === undefined ? undefined : hostOf(settings.url));

  /** A link inside the archive, by all keys that it may be known by. */
  const keysOf = (url: string): string[] => {
    const key = keyOf(url, own());
    if (key?.startsWith("/") !== true) return [];
    return spellings(key).flatMap((each) => [each, `${own() ?? ""}${each}`]);
  };
  const find = (url: string, depth = 0): string | undefined => {
    const keys = keysOf(url);
    const [slug] = keys.flatMap((key) => articles.get(key) ?? []);
    if (slug !== undefined) return articlePath(slug);
    const [other] = keys.flatMap((key) => aliases.get(key) ?? []);
    if (other !== undefined && depth < 3) return find(other, depth + 1) ?? (isFile(other) ? other : undefined);
    const [key = ""] = keys;
    return lists.find(listPathOf(key)) ?? (PAGES.has(key) ? key : key.startsWith("/pictures/") ? url : undefined);
  };
  const anchored = (to: string, fragment: string): boolean => {
    const known = headings.get(to);
    const ids: string[] = known === undefined ? [] : JSON.parse(known);
    return hasAnchor(fragment.slice(1), []) || ids.includes(decoded(fragment.slice(1)));
  };

  return {
    add: (article) => {
      for (const address of addressesOf(article)) {
        const key = keyOf(address, undefined);
        if (key !== undefined && !articles.has(key)) articles.set(key, article.slug);
      }
      const ids = headingsIn(article.body);
      if (ids.length > 0) headings.set(articlePath(article.slug), JSON.stringify(ids));
      lists.add(article);
    },
    alias: (from, to) => {
      const key = keyOf(from, undefined);
      if (key !== undefined) aliases.set(key, to);
    },
    waits: (url) => {
      if (own() === undefined && /^https?:/iu.test(url)) return true;
      const [exact, full] = keysOf(url);
      return exact !== undefined && !articles.has(exact) && !(full !== undefined && articles.has(full));
    },
    lead: (url, article) => {
      if (url.startsWith("#"))
        return hasAnchor(url.slice(1), article.body) ? { to: url } : { why: `${link(url)} to no place in this article; its words stay.` };
      const [key] = keysOf(url);
      if (key === undefined) return { to: url };
      const found = find(url);
      if (found === undefined) return lost(url, settings);
      const fragment = fragmentOf(url);
      const plain = found.replace(/#.*$/su, "");
      if (fragment === "" || found === url) return { to: found };
      return anchored(plain, fragment)
        ? { to: plain + fragment }
        : { to: plain, why: `${link(url)} to a place in a page that is not there any more; it leads to the page.` };
    },
  };
}

const link = (url: string): string => `The link to ${url} leads`;

/** What an edition has besides articles and lists. */
const PAGES = new Set([frontPath, topicsPath, placesPath, archivePath, latestPath, searchPath]);

/** A page that is not there gets no link; a file may still be where it was, and is led to by its full address. */
function lost(url: string, settings: Settings): Lead {
  const to = isFile(url) && URL.canParse(url, settings.url) ? new URL(url, settings.url).href : undefined;
  return to === undefined
    ? { why: `${link(url)} to nothing in this archive; its words stay.` }
    : { to, why: `${link(url)} to a file that does not come along; it leads to where that was.` };
}

/** A path with an ending, but for those of pages. */
function isFile(url: string): boolean {
  const [, ending] = /\.([a-z\d]{2,5})$/iu.exec(withoutQuery(url.replace(/#.*$/su, ""))) ?? [];
  return (
    ending !== undefined &&
    /[a-z]/iu.test(ending) &&
    !/^(?:s?html?|xhtml|php\d?|aspx?|jspx?|cfm|md)$/iu.test(ending) &&
    !/^https?:\/\/[^/]+$/iu.test(url)
  );
}

/** WordPress has its lists by query as well: ?tag=quay, ?m=201403. */
function listPathOf(key: string): string {
  const [path = "", query = ""] = key.split("?");
  const asked = new URLSearchParams(query);
  const [tag, month] = [asked.get("tag"), asked.get("m")];
  if (tag !== null) return `/tag/${tag}`;
  return month === null ? path : month.replace(/^(\d{4})(\d{2})\d*$/u, "/$1/$2");
}
