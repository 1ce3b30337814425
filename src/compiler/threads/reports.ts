import { subjectPath } from "#content/paths.ts";
import type { Problem, Report } from "../draft/problem.ts";
import type { Story } from "../link/story.ts";
import type { ThreadRecord } from "../state/ThreadMemory.ts";
import type { FoundThread } from "./findThreads.ts";
import { THREADS_FILE } from "./readThreads.ts";
import type { Wish, Wishes } from "./wishes.ts";

/** Reports settings for threads that have no effect: too few stories, a join of what is not a thread, turning points outside the thread. */
export function reportUnmet(wishes: Wishes, stories: Story[], threads: FoundThread[], report: Report): void {
  const here = new Set(stories.map(({ article }) => article.slug));
  const threadOf = threadsByStory(threads);
  const there = new Set(threads.map(({ slug }) => slug));
  const tell = (place: string, message: string, remedy: string): void =>
    report({ severity: "warning", file: THREADS_FILE, place, message, remedy });
  for (const wish of wishes.all) {
    if (wishes.joined(wish.slug) === wish.slug && !there.has(wish.slug) && isOf(wish, here))
      tell(
        wish.place,
        `The thread "${wish.slug}" has fewer than two stories, so it has no page.`,
        "Name the stories that belong to it, or remove it.",
      );
    for (const { name, place } of wish.join) {
      const owner = threadOf.get(name);
      if (wishes.of(name) || owner === undefined || owner === wishes.joined(wish.slug)) continue;
      tell(
        place,
        `"${name}" is not a thread, but a story of the thread "${owner}", so ${place} was left out.`,
        `Name that thread, or the story in "stories".`,
      );
    }
    for (const { name, place } of wish.turningPoints ?? []) {
      if (!there.has(wish.slug) || !here.has(name) || threadOf.get(name) === wish.slug) continue;
      tell(
        place,
        `The story "${name}" is not in the thread "${wish.slug}", so it is not a turning point of it.`,
        `Name it in "stories" as well, or remove it.`,
      );
    }
  }
}

/** Whether an edition has a story that an editor wants in a thread. */
const isOf = ({ slug, stories }: Wish, here: ReadonlySet<string>): boolean =>
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
  wishes: Wishes,
  { fileOf, report }: { fileOf: ReadonlyMap<string, string>; report: Report },
): void {
  const now = threadsByStory(threads);
  const there = new Set(threads.map(({ slug }) => slug));
  const bySlug = new Map(stories.map((story) => [story.article.slug, story]));
  const told = new Map<string, Problem>();
  for (const { slug: was, stories: own } of before.threads) {
    // Its old address leads to the new one.
    const isJoined = wishes.joined(was) !== was || wishes.all.some(({ formerly }) => formerly.some(({ name }) => name === was));
    for (const slug of own) {
      const story = bySlug.get(slug);
      const is = now.get(slug);
      // It may have followed a story that an editor has moved since.
      const isWanted = is !== undefined && wishes.of(is) !== undefined && before.wishes !== wishes.known;
      if (!story || is === was || isJoined || isWanted || wishes.threadOf(slug) !== undefined || !wishes.mayJoin(slug, story.day, was))
        continue;
      if (is !== undefined && !there.has(was)) told.set(`${was} ${is}`, movedThread(was, is));
      else told.set(slug, movedStory(story, fileOf.get(slug) ?? `article/${slug}`, was, is));
    }
  }
  for (const problem of told.values()) report(problem);
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
    file: THREADS_FILE,
    message: `The thread ${subjectPath("thread", was)} is at ${subjectPath("thread", is)} now, and its old address leads nowhere.`,
    remedy: `To have it lead there, write { "slug": "${is}", "formerly": ["${was}"] }.`,
  };
}
