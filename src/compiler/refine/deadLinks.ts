import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decoded } from "#content/decoded.ts";
import type { Article } from "#content/article.ts";
import { OWN_PAGES } from "#content/pages/ownPages.ts";
import { inEdition } from "#content/edition/editions.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { dataFile, editionFolder, frontPath } from "#content/paths.ts";
import type { Report } from "../draft/problem.ts";
import { hasAnchor } from "./anchors.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import { linksOfBody, mapImageLinks, mapInlineLinks } from "../body/mapLinks.ts";
import type { Site } from "#content/site.ts";

/** Whether an edition has a file. A page exists if its JSON does. */
type Has = (file: string) => boolean;

type Edition = {
  /** The content folder, and in it the file of each article by its slug. */
  content: string;
  fileOf: ReadonlyMap<string, string>;
  site: Site;
  /** Whether `site` is the public address of the edition, and not only one for trying it out. */
  hasAddress: boolean;
  /** The editions of the site, where there are several. */
  editions?: LanguageEdition[] | undefined;
  /** The page that says how to become a member. */
  join?: string | undefined;
  /** Remembers the lines of links in files that have not changed. */
  memory?: StoryMemory | undefined;
};

/** What is checked: a story, or a page of the paper, whose slug is its path. */
type Text = Pick<Article, "slug" | "image" | "body" | "corrections" | "citations">;

/**
 * Reports each link of an article to an address of the edition that does not exist, with its file, line (if found) and address; and that
 * of closed stories to how to become a member.
 */
export function reportDeadLinks(articles: Iterable<Text>, has: Has, edition: Edition, report: Report): void {
  const leadsNowhere = deadPaths(has, edition);
  if (edition.join !== undefined && leadsNowhere(edition.join)) reportDeadJoin(edition.join, report);
  for (const article of articles) {
    const found = linksOf(article).filter((url) => (url.startsWith("#") ? !hasAnchor(url.slice(1), article.body) : leadsNowhere(url)));
    if (found.length === 0) continue;
    const file = edition.fileOf.get(article.slug) ?? `article/${article.slug}`;
    let lines: string[] | undefined;
    const find = (address: string): number | undefined => lineOf(address, (lines ??= linesOf(join(edition.content, file))));
    for (const address of new Set(found)) {
      const line = edition.memory ? edition.memory.line(file, address, () => find(address)) : find(address);
      const message = `The link to ${address} leads to nothing in this edition.`;
      report({
        severity: "warning",
        file,
        ...(line !== undefined && { place: `line ${line}` }),
        address,
        message,
        remedy: "Correct it, or remove the link.",
      });
    }
  }
}

/** The page which says how to become a member does not exist: it is where closed stories send readers. */
function reportDeadJoin(address: string, report: Report): void {
  const message = `The link of closed stories to ${address}, which says how to become a member, leads to nothing in this edition.`;
  report({
    severity: "warning",
    file: "edition.json",
    place: "members.join",
    address,
    message,
    remedy: "Add the page, or correct the address.",
  });
}

function linksOf(article: Text): string[] {
  const { image, corrections, citations } = article;
  const links = [...linksOfBody(article)];
  const note = (url: string): string => (links.push(url), url);
  if (image) mapImageLinks(image, note);
  for (const { children } of corrections) mapInlineLinks(children, note);
  for (const { url } of citations) if (url !== undefined) note(url);
  return links;
}

/** Finds whether an address is one of the edition that does not exist. Many stories link to the same one. */
function deadPaths(has: Has, { site, hasAddress, editions = [] }: Edition): (url: string) => boolean {
  const isDead = (url: string): boolean => {
    const own = hasAddress && url.startsWith(site.url) ? `/${url.slice(site.url.length)}` : url;
    if (!own.startsWith("/")) return false;
    const path = decoded(own.replace(/[?#].*$/su, ""));
    const page = path.replace(/(?:\/index)?\.html$|\/$/u, "") || frontPath;
    const { edition, path: localPath } = inEdition(editions, page);
    return (
      !PAGES_WITHOUT_DATA.has(localPath) && !has(`data/${editionFolder(edition?.prefix)}${dataFile(localPath)}`) && !has(path.slice(1))
    );
  };
  const known = new Map<string, boolean>();
  return (url) => {
    const before = known.get(url);
    if (before !== undefined) return before;
    const now = isDead(url);
    known.set(url, now);
    return now;
  };
}

/** Pages without a data file: the search, and those of what belongs to the reader. */
const PAGES_WITHOUT_DATA = new Set<string>(OWN_PAGES.map(([path]) => path));

const linesOf = (path: string): string[] => (existsSync(path) ? readFileSync(path, "utf8").split(/\r?\n/u) : []);

/** The number, from 1, of the line that contains an address, or at least its last part. */
function lineOf(address: string, lines: string[]): number | undefined {
  const last = decoded(address)
    .replace(/[#?].*$/su, "")
    .replace(/\/$/u, "")
    .replace(/^.*\//su, "");
  const spellings = [address, decoded(address), ...(last.length > 2 ? [last] : [])];
  const places = spellings.map((spelling) => lines.findIndex((line) => line.includes(spelling)) + 1);
  return places.find((place) => place > 0);
}
