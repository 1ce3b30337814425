import { ACCOUNT_PAGES, missingPath, OWN_PAGES } from "#content/ownPages.ts";
import { articlePath } from "#content/paths.ts";
import type { Redirect } from "#content/site.ts";
import type { Report } from "../../draft/problem.ts";
import type { PageAddress } from "../../link/page.ts";
import type { Story } from "../../link/story.ts";
import type { Output } from "../output.ts";
import { oldPath, samePath } from "./oldPath.ts";

/** The page for what is not there, and those of the reader itself: they are no pages of the edition, and must not be overwritten. */
const OWN = [missingPath, ...[...OWN_PAGES, ...ACCOUNT_PAGES].map(([path]) => path)];

const isStory = (path: string): boolean => path.startsWith(articlePath(""));

/** Folders and files that the site needs, besides those that are written by now. */
const NEEDED =
  /^(?:assets|data)\/|(?:^|\/)[._]|^(?:sw\.js|vercel\.json|redirects\.json|icon(?:-[\w-]+)?\.(?:png|svg)|\w+\.schema\.json)$/iu;

/** What there is besides old addresses: the pages, the file of each article by its slug, the files that are written, the base below which all of it lies, and the pages of the paper with the addresses that they had. */
type Around = {
  pages: PageAddress[];
  fileOf: ReadonlyMap<string, string>;
  output: Pick<Output, "has">;
  base: string;
  own?: OwnPage[] | undefined;
};

/** A page of the paper: its path, its file, and the addresses under which it was known. */
export type OwnPage = { path: string; file: string; oldUrls: string[] };

/**
 * Where old addresses lead. Full addresses count by their path, since the old
 * host's name now stands for this edition. An address that is a page or a file
 * of this edition, or that an older story has claimed, is reported and left out.
 * @param stories oldest first
 */
export function redirects(stories: Story[], { pages, fileOf, output, base, own: ownPages = [] }: Around, report: Report): Redirect[] {
  const ofStories = stories.map(({ article: { slug, oldUrls } }) => ({
    path: articlePath(slug),
    file: fileOf.get(slug) ?? `article/${slug}`,
    oldUrls,
  }));
  const all = [...ofStories, ...ownPages].filter(({ oldUrls }) => oldUrls.length > 0);
  if (all.length === 0) return [];
  const own = new Set(OWN.map(samePath));
  const owners = new Map([...pages.map(({ path }) => path), ...OWN].map((path) => [samePath(path), path]));
  const isNeeded = (file: string): boolean =>
    [file, file.replace(/\.(?:br|gz)$/u, "")].some((each) => NEEDED.test(each) || output.has(each));
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
      if (owner === undefined && isNeeded(path.slice(1))) problem(old, "is a file that this edition needs itself");
      else if (owner === undefined) found.push({ from: from.path, to });
      else if (owner !== to) problem(old, `already leads to ${owner}`);
      owners.set(key, owner ?? to);
    }
  }
  return found;
}
