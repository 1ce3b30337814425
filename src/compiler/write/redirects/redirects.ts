import { storyPath } from "#content/edition/alternates.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { articlePath } from "#content/paths.ts";
import type { Redirect } from "#content/site.ts";
import type { Report } from "../../draft/problem.ts";
import type { Story } from "../../link/story.ts";
import { oldPath, type SiteAddresses } from "./siteAddresses.ts";

const isStory = (path: string): boolean => path.includes(articlePath(""));

/** What old addresses are judged by: those of the site, the file of each article by its slug, the pages of the paper, and the editions. */
type Around = {
  addresses: SiteAddresses;
  fileOf: ReadonlyMap<string, string>;
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
export function redirects(stories: Story[], { addresses, fileOf, own: ownPages = [], editions }: Around, report: Report): Redirect[] {
  const ofStories = stories.map(({ article }) => {
    const { slug, oldUrls } = article;
    const [path, before] = [storyPath(article, editions), articlePath(slug)];
    return { path, file: fileOf.get(slug) ?? `article/${slug}`, oldUrls: path === before ? oldUrls : [...oldUrls, before] };
  });
  const all = [...ofStories, ...ownPages].filter(({ oldUrls }) => oldUrls.length > 0);
  if (all.length === 0) return [];
  const claimed = new Map<string, string>();
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
      const key = addresses.keyOf(from.path);
      const owner = claimed.get(key) ?? addresses.pageAt(key);
      if (owner === undefined && addresses.hasFile(key)) problem(old, "is a file that this edition needs itself");
      else if (owner === undefined) found.push({ from: from.path, to });
      else if (owner !== to) problem(old, `already leads to ${owner}`);
      claimed.set(key, owner ?? to);
    }
  }
  return found;
}
