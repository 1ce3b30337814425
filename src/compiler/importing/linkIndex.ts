import { decoded } from "#content/decoded.ts";
import { articlePath, archivePath, frontPath, latestPath, placesPath, searchPath, topicsPath } from "#content/paths.ts";
import { addressesOf, fragmentOf, hostOf, keyOf, candidateKeys, withoutQuery } from "../refine/addresses.ts";
import { hasAnchor, headingsIn } from "../refine/anchors.ts";
import { type FormerList, type FormerLists, formerLists } from "../refine/formerLists.ts";
import type { Settings } from "../settings/settings.ts";
import type { DiskTable } from "../state/DiskTable.ts";
import type { DiskTables } from "../state/DiskTables.ts";
import { wikiName } from "../text/wikiAddress.ts";
import type { CompletedDraft } from "./articleJson.ts";

/** Where a link in an article leads after the import; without `to`, nowhere. `why` is a full sentence for the report. */
export type Lead = { to?: string; why?: string };

/** Resolves addresses of an archive, of which each article has several. */
export type LinkIndex = {
  add: (article: CompletedDraft) => void;
  /** Adds an address that means the same as another, such as the page of a picture. */
  alias: (from: string, to: string) => void;
  /** Whether a link can only be resolved once more of the archive has been read. */
  waits: (url: string) => boolean;
  /** Resolves a link, once everything is read or if it need not wait. */
  lead: (url: string, article: CompletedDraft) => Lead;
  /** The lists that the former site had, and the paths of those that aliases name, with what they lead to. */
  lists: () => { all: FormerList[]; named: { path: string; to: string }[] };
};

/** @param settings may still change while the archive is read, which may give its own address late */
export function linkIndex(settings: Settings, tables: DiskTables): LinkIndex {
  const [articles, headings, aliases] = [tables.table("articles"), tables.table("headings"), tables.table("aliases")];
  const lists = formerLists();
  const own = () => (settings.url === undefined ? undefined : hostOf(settings.url));

  /** All keys by which the target of a link may be known; none for a link to another site. */
  const keysOf = (url: string): string[] => {
    const key = keyOf(url, own());
    if (key?.startsWith("/") !== true) return [];
    return candidateKeys(key).flatMap((each) => [each, `${own() ?? ""}${each}`]);
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
    lists: () => ({ all: lists.all(), named: namedLists(aliases, (address) => keysOf(address)[0] ?? "", lists) }),
    waits: (url) => {
      if (own() === undefined && /^https?:/iu.test(url)) return true;
      const [exact, full] = keysOf(url);
      return exact !== undefined && !articles.has(exact) && !(full !== undefined && articles.has(full));
    },
    lead: (url, article) => {
      if (url.startsWith("#"))
        return hasAnchor(url.slice(1), article.body)
          ? { to: url }
          : { why: `${link(url)} to no place in this article; its text was kept.` };
      const [key] = keysOf(url);
      if (key === undefined) return { to: url };
      const found = find(url);
      if (found === undefined) return lost(url, settings);
      const [fragment, plain] = [fragmentOf(url), found.replace(/#.*$/su, "")];
      if (fragment === "" || found === url) return { to: found };
      return anchored(plain, fragment)
        ? { to: plain + fragment }
        : { to: plain, why: `${link(url)} to a place that is no longer in the page; it now leads to the page.` };
    },
  };
}

function namedLists(aliases: DiskTable, keyOf: (address: string) => string, lists: FormerLists): { path: string; to: string }[] {
  return [...aliases.entries()].flatMap(([, address]) => {
    const path = keyOf(address);
    const to = path.includes("?") ? undefined : lists.find(path);
    return to === undefined ? [] : [{ path, to }];
  });
}

/** A link by name is shown as it was written. */
const link = (url: string): string => {
  const name = wikiName(url);
  return `The link to ${name === undefined ? url : `[[${name}]]`} leads`;
};

/** The pages of an edition besides articles and lists. */
const PAGES = new Set([frontPath, topicsPath, placesPath, archivePath, latestPath, searchPath]);

/** The link to a missing page is removed; a file may still be where it was, so its link becomes a full address. */
function lost(url: string, settings: Settings): Lead {
  const to = isFile(url) && URL.canParse(url, settings.url) ? new URL(url, settings.url).href : undefined;
  return to === undefined
    ? { why: `${link(url)} to nothing in this archive; its text was kept.` }
    : { to, why: `${link(url)} to a file that is not imported; it now leads to the original address.` };
}

/** Whether a path has a file extension that is not one of a page. */
function isFile(url: string): boolean {
  const [, ending] = /\.([a-z\d]{2,5})$/iu.exec(withoutQuery(url.replace(/#.*$/su, ""))) ?? [];
  return (
    ending !== undefined &&
    /[a-z]/iu.test(ending) &&
    !/^(?:s?html?|xhtml|php\d?|aspx?|jspx?|cfm|md)$/iu.test(ending) &&
    !/^https?:\/\/[^/]+$/iu.test(url)
  );
}

/** WordPress also has list addresses with a query: ?tag=quay, ?m=201403. */
function listPathOf(key: string): string {
  const [path = "", query = ""] = key.split("?");
  const asked = new URLSearchParams(query);
  const [tag, month] = [asked.get("tag"), asked.get("m")];
  if (tag !== null) return `/tag/${tag}`;
  return month === null ? path : month.replace(/^(\d{4})(\d{2})\d*$/u, "/$1/$2");
}
