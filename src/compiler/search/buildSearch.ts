import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "#content/article.ts";
import { ContractError, parse } from "#content/parse.ts";
import { BrokenShardError } from "#content/search/byteReader.ts";
import { FORMAT, MANIFEST, type Manifest, ManifestSchema } from "#content/search/manifest.ts";
import { buildAll } from "./buildAll.ts";
import { type Changes, changesSince, markOf } from "./changes.ts";
import { patchAll } from "./patchAll.ts";
import type { ChangedStory } from "./patchSubjects.ts";
import type { SearchSettings } from "./searchSettings.ts";
import { type SavedState, SearchState, type StoryMark } from "./searchState.ts";
import { Shards } from "./shards.ts";
import { thresholds } from "./thresholds.ts";

/** `changed`: how many stories were looked at anew. `whole`: the index was built from nothing. */
export type SearchStats = { stories: number; changed: number; whole: boolean; bytes: number };

type ArticleBefore = (slug: string, known: string) => Article | undefined;

/** What a build before left. The shards come out the same with it and without. */
export type Previous = {
  /** A folder that keeps what the next build must know to change only parts of the index; without it all is built anew each time. */
  state?: string | undefined;
  /** Where its index lies, if not in the folder of this one: then only what differs is written, and nothing is removed. */
  index?: string;
  /** Gives a story as it was, if that is known by this digest. */
  article?: ArticleBefore;
};

/** `files`: every file of the index, by name. */
export type BuiltSearch = { files: string[]; stats: SearchStats };

/** Changes when a story gives other words or impacts than before, so that no index mixes two rules. */
const RULES = 1;

/** If more stories than this share differ, or more than so many, all is built anew: it is quicker. */
const MOST_SHARE = 0.1;
const MOST_CHANGED = 2000;

/**
 * Builds the full-text index of an edition.
 * @param articles oldest first, by instant and then slug, as link() orders
 * them; gone through again when an index that is there cannot be brought up to date
 * @param outFolder of the shards (`data/search` of a site); files of the index before that are not needed any more are removed
 */
export function buildSearch(
  articles: Iterable<Article>,
  settings: SearchSettings,
  outFolder: string,
  { state: stateFolder, index: before = outFolder, article: articleBefore = () => undefined }: Previous = {},
): BuiltSearch {
  const folders = { out: outFolder, before };
  const state = stateFolder === undefined ? undefined : new SearchState(stateFolder);
  const saved = state?.read();
  const { shards, manifest, marks, changed, whole } =
    (saved && update(articles, settings, folders, saved, articleBefore)) ?? build(articles, settings, folders, state !== undefined);
  shards.writePlain(MANIFEST, JSON.stringify(manifest));
  state?.write({ rules: rulesOf(settings, marks.length), stories: marks, uses: [...shards.uses] });
  if (before === outFolder) shards.remove((saved?.uses ?? []).map(([name]) => name));
  const bytes = [...shards.uses.values()].reduce((sum, use) => sum + use.bytes, 0);
  return { files: [...shards.uses.keys()].toSorted(), stats: { stories: manifest.stories, changed, whole, bytes } };
}

type Built = { shards: Shards; manifest: Manifest; marks: StoryMark[]; changed: number; whole: boolean };

type Folders = { out: string; before: string };

function build(articles: Iterable<Article>, settings: SearchSettings, folders: Folders, isMarked: boolean): Built {
  const shards = new Shards(folders.out, [], folders.before);
  const marks: StoryMark[] = [];
  const manifest = buildAll(articles, settings, shards, (article) => {
    if (isMarked) marks.push(markOf(article));
  });
  return { shards, manifest, marks, changed: manifest.stories, whole: true };
}

function update(
  articles: Iterable<Article>,
  settings: SearchSettings,
  folders: Folders,
  saved: SavedState,
  articleBefore: ArticleBefore,
): Built | undefined {
  const path = join(folders.before, MANIFEST);
  if (!existsSync(path)) return undefined;
  const changes = changesSince(saved.stories, articles, settings, Math.min(MOST_CHANGED, Math.ceil(saved.stories.length * MOST_SHARE)));
  if (!changes || saved.rules !== rulesOf(settings, changes.marks.length)) return undefined;
  const shards = new Shards(folders.out, saved.uses, folders.before);
  try {
    const before = parse(ManifestSchema, JSON.parse(readFileSync(path, "utf8")), "list of the search index");
    const stories = changedStories(changes, saved.stories, articleBefore);
    const manifest = stories && patchAll(settings, shards, before, changes, stories, articles);
    return manifest && { shards, manifest, marks: changes.marks, changed: changes.changed.size, whole: false };
  } catch (error) {
    // Someone tidied up in the folder, or a file of it is damaged.
    if (isMissing(error) || error instanceof BrokenShardError || error instanceof ContractError || error instanceof SyntaxError)
      return undefined;
    throw error;
  }
}

/** Changed stories beside what they were. Undefined when it is not known what the index has of one. */
function changedStories({ changed }: Changes, before: readonly StoryMark[], articleBefore: ArticleBefore): ChangedStory[] | undefined {
  const stories: ChangedStory[] = [];
  for (const [doc, article] of changed) {
    const mark = before[doc];
    const was = mark && articleBefore(mark.slug, mark.digest);
    if (mark && !was) return undefined;
    stories.push({ doc, article, before: was });
  }
  return stories;
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

function rulesOf({ language, timeZone }: SearchSettings, stories: number): string {
  return JSON.stringify([FORMAT, RULES, language, timeZone, thresholds(stories)]);
}
