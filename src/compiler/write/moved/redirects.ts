import { ACCOUNT_PAGES, missingPath, OWN_PAGES } from "#content/ownPages.ts";
import { articlePath } from "#content/paths.ts";
import type { Report } from "../../draft/problem.ts";
import type { PageAddress } from "../../link/page.ts";
import type { Story } from "../../link/story.ts";
import { oldPath, samePath } from "./oldPath.ts";

/** From the path (and query) that a story once had to the path it has now; both percent-encoded, without the base. */
export type Redirect = { from: string; to: string };

/** The page for what is not there, and those of the reader itself: they are no pages of the edition, and must not be overwritten. */
const OWN = [missingPath, ...[...OWN_PAGES, ...ACCOUNT_PAGES].map(([path]) => path)];

/**
 * Where old addresses lead. Full addresses count by their path, since the old
 * host's name now stands for this edition. An address that is a page of this
 * edition, or that an older story has claimed, is reported and left out.
 * @param stories oldest first
 */
export function redirects(stories: Story[], pages: PageAddress[], report: Report): Redirect[] {
  if (stories.every(({ article }) => article.oldUrls.length === 0)) return [];
  const owners = new Map([...pages.map(({ path }) => path), ...OWN].map((path) => [samePath(path), path]));
  const found: Redirect[] = [];
  for (const { article } of stories) {
    const to = articlePath(article.slug);
    const problem = (message: string): void => report({ severity: "warning", file: `article/${article.slug}`, place: "oldUrls", message });
    for (const old of article.oldUrls) {
      const from = oldPath(old);
      if ("reason" in from) {
        problem(`“${old}” ${from.reason}, so it does not lead to this story.`);
        continue;
      }
      const key = samePath(from.path);
      const owner = owners.get(key);
      if (owner === undefined) found.push({ from: from.path, to });
      else if (owner !== to) problem(`“${old}” already leads to ${owner}, so it does not lead to this story.`);
      owners.set(key, owner ?? to);
    }
  }
  return found;
}
