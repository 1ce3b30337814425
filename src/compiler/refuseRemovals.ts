import { decodedAddress } from "#content/decoded.ts";
import { storyPath } from "#content/edition/alternates.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import type { Article } from "#content/article.ts";
import { counted } from "./text/counted.ts";
import { pageOfData, storyAt } from "#content/paths.ts";
import type { Problem } from "./draft/problem.ts";
import { type BuildTime, expiryOf } from "./draft/release/keptBack.ts";
import { keyOf } from "./refine/addresses.ts";
import { wantedSlug } from "./refine/slugs.ts";
import type { Draft } from "./draft/draft.ts";
import type { Skipped } from "./reading/readDrafts.ts";
import { LISTED } from "./reading/readWithdrawn.ts";
import { type BuildContext } from "./prepareBuild.ts";
import { type LinkedArticles, type Compiled, countsOf, stopBuild, type Stories } from "./compile.ts";
import type { PublishedFiles } from "./state/sourceList.ts";

/** More than this share of the stories, and at least this many, are not removed without being asked to. */
const MOST_SHARE = 1 / 5;
const LEAST = 5;

/** Whether a removal is refused: of many stories, or of all. @param of how many there are in all @param counting how many of them count */
export const isTooMany = (gone: number, of: number, counting = of): boolean =>
  gone > 0 && (gone === counting || (gone >= LEAST && gone > of * MOST_SHARE));

/** How many of them a message names. */
const SHOWN = 10;

/**
 * Stops a build that would remove most of what is published, see refusedRemovals. Called after the third step, before anything is written.
 * @returns undefined if the build may go on
 */
export async function refuseRemovals(
  context: BuildContext,
  stories: Stories,
  { refined, linked }: LinkedArticles,
): Promise<Compiled | undefined> {
  const { options, site, output, report, published } = context;
  if (!published) return undefined;
  const { articles, fileOf } = refined;
  const { skipped } = countsOf(stories, refined);
  const before = { before: output.before.files, published: published.files };
  const now = { articles, sources: new Set(fileOf.values()), skipped, back: stories.back };
  const place = { editions: linked.edition.editions, base: site.base };
  const problem = refusedRemovals({ ...before, ...now, ...place }, { now: options.now ?? Date.now() });
  if (!problem) return undefined;
  report(problem);
  return stopBuild(context, stories, refined);
}

type Papers = {
  /** The files of the previous site, and the content files from which it was made. */
  before: ReadonlySet<string>;
  published: PublishedFiles;
  /** The stories that will be public, the files of all that will be, and the drafts that are kept back. */
  articles: Article[];
  sources: ReadonlySet<string>;
  back: Draft[];
  skipped: Skipped[];
  editions: LanguageEdition[] | undefined;
  /** The path of the site on its host. */
  base: string;
};

/**
 * Refuses to take most of a paper offline, as after a move of the folder or a broken setting: a build that removes more than a fifth
 * of the published stories and at least five, or all of them. A story whose address leads on is not removed, and one that has expired
 * or is listed in withdrawn.txt is not counted.
 * @returns undefined if the build may go on
 */
function refusedRemovals(stories: Papers, { now }: BuildTime): Problem | undefined {
  const { before, published, back, skipped, sources } = stories;
  const files = new Map([...published].flatMap(([file, { at }]) => at.map((path): [string, string] => [decodedAddress(path), file])));
  const meant = back.filter(({ held, moments = [] }) => held === LISTED || (expiryOf({ moments }) ?? Infinity) <= now);
  const ended = new Set(
    meant.flatMap(({ file, slug, headline = "" }) => [file, wantedSlug({ headline, ...(slug !== undefined && { slug }) })]),
  );
  const paths = [...before].flatMap((file) => {
    const { story, isPost = true } = storyAt(pageOfData(file) ?? "") ?? {};
    return story === undefined || isPost ? [] : [story];
  });
  const counting = paths.filter((path) => !ended.has(files.get(path) ?? path.slice(path.lastIndexOf("/") + 1)));
  // Nearly all are where they were, which is quickly said.
  const present = new Set(stories.articles.map((article) => storyPath(article, stories.editions)));
  const moved = counting.filter((path) => !present.has(path));
  const leading = moved.length === 0 ? new Set() : addressesThatLead(stories);
  const gone = moved.filter((path) => !leading.has(keyOf(path, undefined)));
  if (!isTooMany(gone.length, paths.length, counting.length)) return undefined;
  const reasons = new Map(skipped.map(({ file, reason }) => [file, reason]));
  const reasonOf = (file: string | undefined): string => {
    if (file === undefined) return "no file gives it";
    return sources.has(file) ? `${file} has another address` : (reasons.get(file)?.replace(/\.$/u, "") ?? `${file} is gone`);
  };
  const named = gone.slice(0, SHOWN).map((path) => `${path} (${reasonOf(files.get(path))})`);
  const more = gone.length > SHOWN ? `, and ${gone.length - SHOWN} more` : "";
  return {
    severity: "error",
    file: ".",
    message: `This build would remove ${gone.length} of ${counted(paths.length, "published story", "published stories")}, so it was stopped and the site stays as it is: ${named.join(", ")}${more}.`,
    remedy: "Restore them; or, if this is meant, build with --allow-removals.",
  };
}

/** The present and former addresses of all stories, as keys. Of a former address on another host, only the path counts. */
function addressesThatLead({ articles, editions, base }: Papers): ReadonlySet<string | undefined> {
  return new Set(
    articles.flatMap((article) => {
      const old = article.oldUrls.map((url) => url.replace(/^https?:\/\/[^/]*/iu, ""));
      const below = old.flatMap((path) => (path.startsWith(base) ? [`/${path.slice(base.length)}`] : []));
      return [storyPath(article, editions), ...old, ...below].map((path) => keyOf(path, undefined));
    }),
  );
}
