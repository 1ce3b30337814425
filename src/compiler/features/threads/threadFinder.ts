import type { Article } from "#content/article.ts";
import { feedFormats, hasFeed } from "#content/feeds.ts";
import { dataFile, editionFolder, feedPath, inSite, subjectPath } from "#content/paths.ts";
import type { Draft } from "../../draft/draft.ts";
import type { Report } from "../../draft/problem.ts";
import type { LinkedSite } from "../../link/linkSite.ts";
import type { Story } from "../../link/story.ts";
import { type FindThreads, newestOf, type Thread } from "../../link/threads.ts";
import type { BuildState } from "../../state/BuildState.ts";
import type { ThreadRecord, ThreadStep } from "../../state/ThreadMemory.ts";
import type { ThreadQuestion } from "../../settings/threadSettings.ts";
import { type FoundThread, findThreads } from "./findThreads.ts";
import { type ThreadEntry, THREADS_FILE } from "./readThreads.ts";
import { reportMoves, reportUnmet } from "./reports.ts";
import { sameStories, storyFeatures, threadsDigest } from "./storyFeatures.ts";
import { reportQuestions, type Suggestion, suggestThreads, threadQuestions } from "./suggestThreads.ts";
import { type ResolvedThreadSettings, resolveThreadSettings } from "./resolveThreadSettings.ts";

type Around = {
  /** The file of each story by its slug. */
  fileOf: ReadonlyMap<string, string>;
  /** Drafts that are kept back. */
  back: Draft[];
  /** The state of the previous build. */
  state: Pick<BuildState, "words" | "threads"> | undefined;
  report: Report;
};

/**
 * Makes the functions that find the threads of each edition of a site, and the addresses that threads had, and
 * collects the questions to an editor while threads are found. Threads are found
 * again only if something that they depend on has changed. Reports names in `threads.json` that do not exist or have no
 * effect, and each story that is in another thread than in the previous build.
 * @param articles those of all editions
 */
export function threadFinder(
  entries: ThreadEntry[],
  articles: Article[],
  { fileOf, back, state, report }: Around,
): { find: FindThreads; questions: readonly ThreadQuestion[]; former: (site: LinkedSite) => FormerThreads } {
  const settings = resolveThreadSettings(entries, articles, { fileOf, back, report });
  const questions: ThreadQuestion[] = [];
  const find: FindThreads = (stories, language) => {
    const features = storyFeatures(stories, state?.words);
    const known = state && threadsDigest(stories, features, settings);
    const before = state?.threads.before(language);
    const isKnown = before !== undefined && before.known === known?.known;
    const oldest = before && known ? before.steps.slice(0, sameStories(before.parts, known.parts)) : [];
    const { threads, suggested, steps } = isKnown ? again(before, stories) : found(stories, features, settings, oldest);
    if (known) state?.threads.keep(language, isKnown ? before : recordOf({ ...known, steps }, settings, threads, suggested));
    reportUnmet(settings, stories, threads, report);
    if (before && !isKnown) reportMoves(before, stories, threads, settings, { fileOf, report });
    const asked = threadQuestions(suggested, threads);
    reportQuestions(asked, report);
    questions.push(...asked);
    return threads.map((thread) => named(thread, settings));
  };
  return { find, questions, former: (site) => formerThreads(settings, site) };
}

type Known = { threads: FoundThread[]; suggested: Suggestion[]; steps: ThreadStep[] };

function found(...given: Parameters<typeof findThreads>): Known {
  const { threads, unsure, steps } = findThreads(...given);
  return { threads, suggested: suggestThreads(threads, unsure), steps };
}

function again({ threads, suggested, steps }: ThreadRecord, stories: Story[]): Known {
  const bySlug = new Map(stories.map((story) => [story.article.slug, story]));
  const all = (slugs: string[]): Story[] => slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  return {
    threads: threads.map((thread) => ({ ...thread, stories: all(thread.stories), turningPoints: all(thread.turningPoints) })),
    suggested: suggested.map(all),
    steps,
  };
}

function recordOf(
  known: Pick<ThreadRecord, "known" | "parts" | "steps">,
  settings: ResolvedThreadSettings,
  threads: FoundThread[],
  suggested: Suggestion[],
): ThreadRecord {
  const slugs = (stories: Story[]): string[] => stories.map(({ article }) => article.slug);
  const all = threads.map((thread) => ({ ...thread, stories: slugs(thread.stories), turningPoints: slugs(thread.turningPoints) }));
  return { ...known, wishes: settings.digest, threads: all, suggested: suggested.map(slugs) };
}

function named(thread: FoundThread, settings: ResolvedThreadSettings): Thread {
  const { name, description } = settings.of(thread.slug) ?? {};
  return { ...thread, name: name ?? thread.stories[0]?.article.headline ?? thread.slug, description };
}

/** The path of a thread's page or feed, and the former addresses that lead there. */
type FormerAddresses = { path: string; file: string; oldUrls: string[] };

/** `own`: the former addresses of threads. `data`: the JSON that readers who follow a thread under a former address load, by file. */
export type FormerThreads = { own: FormerAddresses[]; data: ReadonlyMap<string, string> };

export const NO_FORMER: FormerThreads = { own: [], data: new Map() };

/** The threads of all editions that others were joined to, or that had other addresses. */
function formerThreads(settings: ResolvedThreadSettings, site: LinkedSite): FormerThreads {
  const former = new Map<string, string[]>();
  for (const { slug, join, formerly } of settings.all) {
    // A thread that was not joined may be a story that is kept back, which must not be named.
    const leading = [...join.filter(({ name }) => settings.joined(name) !== name), ...formerly].map(({ name }) => name);
    const to = settings.joined(slug);
    former.set(to, [...(former.get(to) ?? []), ...leading]);
  }
  const [own, data]: [FormerAddresses[], Map<string, string>] = [[], new Map()];
  for (const { prefix, linked } of [{ prefix: "", linked: site }, ...site.others.map((one) => ({ ...one, prefix: one.place.prefix }))]) {
    const there = new Set(linked.threads.map(({ slug }) => slug));
    for (const thread of linked.threads) {
      const leading = former.get(thread.slug) ?? [];
      if (leading.length === 0) continue;
      const lead = (pathOf: (slug: string) => string): void => {
        const at = (slug: string): string => inSite(prefix, pathOf(slug));
        own.push({ path: at(thread.slug), file: THREADS_FILE, oldUrls: leading.map(at) });
      };
      lead((slug) => subjectPath("thread", slug));
      if (hasFeed("thread", thread.stories.length))
        for (const format of feedFormats("thread")) lead((slug) => feedPath("thread", slug, format));
      const json = JSON.stringify(newestOf(thread, linked));
      for (const slug of leading)
        if (!there.has(slug)) data.set(`data/${editionFolder(prefix)}${decodeURIComponent(dataFile(subjectPath("thread", slug)))}`, json);
    }
  }
  return { own, data };
}
