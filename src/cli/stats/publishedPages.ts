import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { dataFile, frontPath, previewFile, storyAt } from "#content/paths.ts";
import { readFileList } from "#compiler/output/diskFiles.ts";
import { MANIFEST } from "#compiler/output/previousSite.ts";
import { baseOf } from "../serving/siteHandler.ts";
import { readRedirects } from "../serving/siteRedirects.ts";
import { encodedPath } from "./tally.ts";

/** What a built site publishes. */
export type PublishedPages = {
  base: string;
  /** The paths of its pages below the base, percent-encoded; none of pages that only redirect. */
  paths: ReadonlySet<string>;
  /** Whether a path is that of a page, or has a redirect. */
  hasAnswer: (path: string) => boolean;
  /** The headline of a story by its path. */
  headlineAt: (path: string) => string | undefined;
};

/** Reads what a site publishes from its list of files. @returns undefined if there is no site, or a preview with drafts */
export function publishedPages(site: string): PublishedPages | undefined {
  const files = new Set(readFileList(join(site, MANIFEST)));
  if (files.size === 0 || files.has(previewFile) || !existsSync(join(site, "index.html"))) return undefined;
  const pages = [...files].filter((file) => /^data\/.+\.json$/u.test(file)).map((file) => file.slice("data".length, -".json".length));
  const paths = pages.filter((path) => files.has(`${path.slice(1)}.html`)).map(encodedPath);
  const base = baseOf(site);
  const all = new Set([frontPath, ...paths]);
  const { moved, pattern } = readRedirects(site);
  return {
    base,
    paths: all,
    hasAnswer: (path) => all.has(path) || [moved, pattern].some((find) => find(base + path.slice(1), "") !== undefined),
    headlineAt: (path) =>
      storyAt(path)?.isPost === false ? headlineIn(join(site, "data", decodeURIComponent(dataFile(path)))) : undefined,
  };
}

const HeadlineSchema = v.object({ article: v.pick(ArticlePageSchema.entries.article, ["headline"]) });

function headlineIn(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const read = v.safeParse(HeadlineSchema, JSON.parse(readFileSync(file, "utf8")));
  return read.success ? read.output.article.headline : undefined;
}
