import { ACCOUNT_PAGES, missingPath, OWN_PAGES } from "#content/pages/ownPages.ts";
import { storyPath } from "#content/edition/alternates.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { articlePath, inSite } from "#content/paths.ts";
import type { Redirect } from "#content/site.ts";
import type { Report } from "../../draft/problem.ts";
import type { PageAddress } from "../../link/page.ts";
import type { Story } from "../../link/story.ts";
import type { Output } from "../../output/output.ts";

/** The 404 page, and Broadsheet's own pages: they are not pages of the edition, and must not be overwritten. */
const OWN = [missingPath, ...[...OWN_PAGES, ...ACCOUNT_PAGES].map(([path]) => path)];

const isStory = (path: string): boolean => path.includes(articlePath(""));

/** Whether the site needs a file, or one of its folders, that may not have been written yet. */
export const isNeeded = (file: string): boolean => NEEDED.test(file);

const NEEDED =
  /^(?:admin|assets|data)(?:\/|$)|(?:^|\/)[._]|^(?:sw\.js|vercel\.json|redirects\.json|favicon\.ico|icon(?:-[\w-]+)?\.(?:png|svg)|\w+\.schema\.json)$/iu;

/**
 * The site around old addresses: its pages, the file of each article by its slug, the files written so far, the base path, the pages
 * of the paper with their former addresses, and the editions.
 */
type Around = {
  pages: PageAddress[];
  fileOf: ReadonlyMap<string, string>;
  output: Pick<Output, "has">;
  base: string;
  own?: OwnPage[] | undefined;
  editions?: LanguageEdition[] | undefined;
};

/** A page of the paper: its path, its file, and its former addresses. */
export type OwnPage = { path: string; file: string; oldUrls: string[] };

/**
 * The redirects from old addresses. Of full addresses only the path counts, since
 * the old host name now belongs to this edition. An address that is a page or a
 * file of this edition, or that an older story has claimed, is reported and left
 * out. A story below a prefix also has a redirect from its path without it, where
 * it was before the site had several editions.
 * @param stories oldest first
 */
export function redirects(
  stories: Story[],
  { pages, fileOf, output, base, own: ownPages = [], editions }: Around,
  report: Report,
): Redirect[] {
  const ofStories = stories.map(({ article }) => {
    const { slug, oldUrls } = article;
    const [path, before] = [storyPath(article, editions), articlePath(slug)];
    return { path, file: fileOf.get(slug) ?? `article/${slug}`, oldUrls: path === before ? oldUrls : [...oldUrls, before] };
  });
  const all = [...ofStories, ...ownPages].filter(({ oldUrls }) => oldUrls.length > 0);
  if (all.length === 0) return [];
  const ofReader = (editions ?? [{ prefix: "" }]).flatMap(({ prefix }) => OWN.map((path) => inSite(prefix, path)));
  const own = new Set(ofReader.map(samePath));
  const owners = new Map([...pages.map(({ path }) => path), ...ofReader].map((path) => [samePath(path), path]));
  const isThere = (file: string): boolean => [file, file.replace(/\.(?:br|gz)$/u, "")].some((each) => isNeeded(each) || output.has(each));
  const found: Redirect[] = [];
  for (const { path: to, file, oldUrls } of all) {
    const problem = (old: string, why: string): void =>
      report({
        severity: "warning",
        file,
        about: old,
        message: `“${old}” ${why}, so it does not lead to this ${isStory(to) ? "story" : "page"}.`,
        remedy: "Remove it, or correct it.",
      });
    for (const old of oldUrls) {
      const from = oldPath(old);
      if ("reason" in from) {
        problem(old, from.reason);
        continue;
      }
      const key = samePath(from.path.startsWith(base) ? `/${from.path.slice(base.length)}` : from.path);
      const [path = ""] = key.split("?");
      const owner = owners.get(own.has(path) ? path : key);
      if (owner === undefined && isThere(path.slice(1))) problem(old, "is a file that this edition needs itself");
      else if (owner === undefined) found.push({ from: from.path, to });
      else if (owner !== to) problem(old, `already leads to ${owner}`);
      owners.set(key, owner ?? to);
    }
  }
  return found;
}

/** The host to parse a path with. */
const ANY_HOST = "http://old.invalid/";

/** In bytes: the longest file name that every disk allows, with room for ".html". */
const LONGEST_NAME = 240;

/** A path below one of the edition's files, which cannot also be a folder of redirect pages. */
const FILE_AS_FOLDER = /\.(?:html|xml|json|txt|map|webmanifest|svg|png)\//iu;

/**
 * The path and query of an old address, percent-encoded; or why no page can
 * redirect from it, as the end of a sentence whose subject is the address.
 * @param old a path, or a full address, whose host is ignored
 */
function oldPath(old: string): { path: string } | { reason: string } {
  if (!URL.canParse(old, ANY_HOST)) return { reason: "is not a web address or path" };
  const { protocol, pathname, search } = new URL(old, ANY_HOST);
  if (!/^https?:$/u.test(protocol)) return { reason: "is not a web address or path" };
  const name = decoded(pathname);
  if (name === undefined || /\p{Cc}/u.test(name)) return { reason: "has an invalid percent encoding" };
  if (FILE_AS_FOLDER.test(name)) return { reason: "uses a file as a folder" };
  if (name.split("/").some((part) => Buffer.byteLength(part) > LONGEST_NAME)) return { reason: "is too long for the name of a file" };
  return { path: `${pathname}${search}` };
}

/** One spelling for all paths at which a host serves one HTML file: /old, /old/, /old.html and /old/index.html. */
function samePath(path: string): string {
  const [name = "", ...query] = path.split("?");
  const plain = (decoded(name) ?? name).replace(/\/index\.html$|\.html$|\/$/u, "");
  return [plain, ...query].join("?");
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
