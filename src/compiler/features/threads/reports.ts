import { subjectPath } from "#content/paths.ts";
import type { Problem, Report } from "../../draft/problem.ts";
import type { Story } from "../../link/story.ts";
import type { ThreadRecord } from "../../state/ThreadMemory.ts";
import type { FoundThread } from "./findThreads.ts";
import { THREADS_FILE } from "./readThreads.ts";
import type { EditedThread, ResolvedThreadSettings } from "./resolveThreadSettings.ts";

/** Reports settings for threads that have no effect: too few stories, a join of what is not a thread, turning points outside the thread. */
export function reportUnmet(settings: ResolvedThreadSettings, stories: Story[], threads: FoundThread[], report: Report): void {
  const here = new Set(stories.map(({ article }) => article.slug));
  const threadOf = threadsByStory(threads);
  const there = new Set(threads.map(({ slug }) => slug));
  const warn = (place: string, message: string, remedy: string): void =>
    report({ severity: "warning", file: THREADS_FILE, place, message, remedy });
  for (const edited of settings.all) {
    // An entry with nothing but "without" rejects a suggestion.
    const isRejection = edited.stories.length + edited.join.length === 0 && edited.without.size > 0;
    if (!isRejection && settings.joined(edited.slug) === edited.slug && !there.has(edited.slug) && isOf(edited, here))
      warn(
        edited.place,
        `The thread "${edited.slug}" has fewer than two stories, so it has no page.`,
        "Name the stories that belong to it, or remove it.",
      );
    for (const { name, place } of edited.join) {
      const owner = threadOf.get(name);
      if (settings.of(name) || owner === undefined || owner === settings.joined(edited.slug)) continue;
      warn(
        place,
        `"${name}" is not a thread, but a story of the thread "${owner}", so ${place} was left out.`,
        `Name that thread, or the story in "stories".`,
      );
    }
    for (const { name, place } of edited.turningPoints ?? []) {
      if (!there.has(edited.slug) || !here.has(name) || threadOf.get(name) === edited.slug) continue;
      warn(
        place,
        `The story "${name}" is not in the thread "${edited.slug}", so it is not a turning point of it.`,
        `Name it in "stories" as well, or remove it.`,
      );
    }
  }
}

/** Whether an edition has a story that an editor wants in a thread. */
const isOf = ({ slug, stories }: EditedThread, here: ReadonlySet<string>): boolean =>
  [slug, ...stories.map(({ name }) => name)].some((story) => here.has(story));

const threadsByStory = (threads: FoundThread[]): ReadonlyMap<string, string> =>
  new Map(threads.flatMap(({ slug, stories }) => stories.map(({ article }) => [article.slug, slug] as const)));

/**
 * Reports each story that is in another thread than in the previous build, unless an editor moved it; a thread that has
 * another address as a whole is reported once.
 */
export function reportMoves(
  before: ThreadRecord,
  stories: Story[],
  threads: FoundThread[],
  settings: ResolvedThreadSettings,
  { fileOf, report }: { fileOf: ReadonlyMap<string, string>; report: Report },
): void {
  const now = threadsByStory(threads);
  const there = new Set(threads.map(({ slug }) => slug));
  const bySlug = new Map(stories.map((story) => [story.article.slug, story]));
  const problems = new Map<string, Problem>();
  for (const { slug: was, stories: own } of before.threads) {
    // Its old address leads to the new one.
    const isJoined = settings.joined(was) !== was || settings.all.some(({ formerly }) => formerly.some(({ name }) => name === was));
    for (const slug of own) {
      const story = bySlug.get(slug);
      const is = now.get(slug);
      // It may have followed a story that an editor has moved since.
      const isWanted = is !== undefined && settings.of(is) !== undefined && before.wishes !== settings.digest;
      if (!story || is === was || isJoined || isWanted || settings.threadOf(slug) !== undefined || !settings.mayJoin(slug, story.day, was))
        continue;
      if (is !== undefined && !there.has(was)) problems.set(`${was} ${is}`, movedThread(was, is));
      else problems.set(slug, movedStory(story, fileOf.get(slug) ?? `article/${slug}`, was, is));
    }
  }
  for (const problem of problems.values()) report(problem);
}

function movedStory({ article }: Story, file: string, was: string, is: string | undefined): Problem {
  const to = is === undefined ? "none" : subjectPath("thread", is);
  return {
    severity: "warning",
    file,
    message: `“${article.headline}” was in the thread ${subjectPath("thread", was)} and is in ${to} now.`,
    remedy: `To keep it there, name it in "stories" of that thread in ${THREADS_FILE}.`,
  };
}

function movedThread(was: string, is: string): Problem {
  return {
    severity: "warning",
    // A paper may have no settings for threads.
    file: ".",
    message: `The thread ${subjectPath("thread", was)} is at ${subjectPath("thread", is)} now, and its old address leads nowhere.`,
    remedy: `To have it lead there, write { "slug": "${is}", "formerly": ["${was}"] } into ${THREADS_FILE}.`,
  };
}
