import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildIndex, type IndexStats, type WordModel, writeVectors } from "static-search/build";
import { MANIFEST } from "static-search/format";
import type { Article } from "#content/article.ts";
import { direction } from "#content/direction.ts";
import { olderPage, postsOf } from "#content/liveBlog.ts";
import type { PostsPage } from "#content/pages/postsPage.ts";
import { articlePath, dataFile, inSite, postsPath } from "#content/paths.ts";
import { unlinkedBody } from "../../link/nameLinks.ts";
import type { Story } from "../../link/story.ts";
import { storyVectors } from "./storyVectors.ts";
import { type FoundPage, indexed, indexedPage, indexSettings, type SearchSettings } from "./editionIndex.ts";
import { hasDigest } from "../../state/lazyBody.ts";
import type { WordMemory } from "../../state/WordMemory.ts";
import type { Output } from "../../output/output.ts";
import type { PreviousSite } from "../../output/previousSite.ts";

/** The index is beside the JSON, so that readers load it from the same address. */
const FOLDER = "data/search";

/**
 * Writes the full-text index into a site.
 * @param stories oldest first
 * @param pages of the paper
 * @param state the folder with the state of the previous build; without it the whole index is built
 * @param prefixes of the editions that have the stories
 * @param meaning the word vectors, if the settings name some
 * @returns how much of the index was built again
 */
export function writeSearch(
  stories: Story[],
  pages: FoundPage[],
  settings: SearchSettings,
  output: Pick<Output, "write" | "adopt" | "path" | "before">,
  state?: string,
  prefixes: string[] = [""],
  meaning?: Meaning,
): IndexStats {
  const folder = output.path(FOLDER);
  const manifest = join(folder, MANIFEST);
  const aside = `${manifest}.before`;
  // The manifest is the only file that changes under the same name. The old one is moved aside, so that the output can compare the two.
  const isInPlace = folder === output.before.path(FOLDER);
  if (isInPlace && existsSync(manifest)) renameSync(manifest, aside);
  // Documents are in order of date. Pages have no date: they get that of the oldest story, so that they come last when sorted by date.
  const date = stories[0]?.article.datePublished ?? "1970-01-01T00:00:00Z";
  const pageLanguage = { language: settings.language, direction: direction(settings.language) };
  const pagesFirst = pages.filter(({ fields }) => fields.search !== false).map((page) => indexedPage(page, date, pageLanguage));
  const { files, stats } = buildIndex(
    [...pagesFirst, ...stories.map(({ article }) => indexed(article, settings))],
    indexSettings(settings),
    folder,
    {
      state,
      index: output.before.path(FOLDER),
      document: (slug, wanted) => {
        const article = articleBefore(slug, wanted, output.before, prefixes);
        return article && indexed(article, settings);
      },
    },
  );
  const list = readFileSync(manifest, "utf8");
  if (existsSync(aside)) renameSync(aside, manifest);
  else rmSync(manifest);
  for (const file of files) if (file !== MANIFEST) output.adopt(`${FOLDER}/${file}`);
  const vectors = meaning && writeMeaning(stories, pagesFirst.length, meaning, output);
  const apart = pagesFirst.length === 0 ? undefined : pagesFirst.length;
  output.write(`${FOLDER}/${MANIFEST}`, JSON.stringify({ ...JSON.parse(list), apart, vectors }));
  return stats;
}

type Meaning = { model: WordModel; memory: WordMemory | undefined };

/** Writes the files of the search by meaning. Returns the root file, which names the others. */
function writeMeaning(
  stories: Story[],
  first: number,
  { model, memory }: Meaning,
  output: Pick<Output, "adopt" | "path" | "before">,
): string {
  const articles = stories.map(({ article }) => article);
  const vectors = storyVectors(articles, first, model, memory);
  const { root, files } = writeVectors(model, vectors, output.path(FOLDER), output.before.path(FOLDER));
  for (const file of files) output.adopt(`${FOLDER}/${file}`);
  return root;
}

/** Completes a live blog with the posts on its numbered pages, which its own page does not show. */
function withAllPosts(article: Article, before: PreviousSite, prefix: string): Article {
  const body = [...article.body];
  const has = new Set(postsOf(body).map(({ id }) => id));
  for (let page = olderPage(article.liveBlog?.count ?? 0); page > 0; page -= 1) {
    const { posts }: PostsPage = JSON.parse(textBefore(inSite(prefix, postsPath(article.slug, page)), before));
    body.push(...posts.filter(({ id }) => !has.has(id)));
  }
  return { ...article, body };
}

const textBefore = (path: string, before: PreviousSite): string =>
  readFileSync(before.path(`data/${decodeURIComponent(dataFile(path))}`), "utf8");

/** A story in the previous site, without the links at names, which the index does not have. Undefined if its digest is not `wanted`. */
function articleBefore(slug: string, wanted: string, before: PreviousSite, prefixes: string[]): Article | undefined {
  for (const prefix of prefixes) {
    try {
      const { article }: { article: Article } = JSON.parse(textBefore(inSite(prefix, articlePath(slug)), before));
      const whole = article.liveBlog ? withAllPosts(article, before, prefix) : article;
      const unlinked = { ...whole, body: unlinkedBody(whole.body) };
      if (hasDigest(unlinked, wanted)) return unlinked;
    } catch {
      // The story is not in this edition, or is damaged.
    }
  }
  return undefined;
}
