import type { Report } from "../../draft/problem.ts";
import type { Story } from "../../link/story.ts";
import type { ThreadQuestion } from "../../settings/threadSettings.ts";
import type { FoundThread, Unsure } from "./findThreads.ts";
import { THREADS_FILE } from "./readThreads.ts";

/** Stories that may be of one thread, oldest first: an editor decides. */
export type Suggestion = Story[];

/** An editor reads a few suggestions, not a hundred, and a long one is rarely right. */
const MOST = 10;
const MOST_STORIES = 8;

/**
 * Groups stories that may belong together with the threads that they are in.
 * @param unsure the nearest first
 * @returns the likeliest suggestions, each story in at most one
 */
export function suggestThreads(threads: readonly FoundThread[], unsure: readonly Unsure[]): Suggestion[] {
  const groups = new Map<Story, Set<Story>>();
  for (const { stories } of threads) {
    const group = new Set(stories);
    for (const story of stories) groups.set(story, group);
  }
  const groupOf = (story: Story): Set<Story> => groups.get(story) ?? new Set([story]);
  const suggested = new Set<Set<Story>>();
  for (const { stories } of unsure) {
    const [a, b] = stories.map(groupOf);
    if (!a || !b || a === b || a.size + b.size > MOST_STORIES) continue;
    const both = new Set([...a, ...b]);
    for (const story of both) groups.set(story, both);
    suggested.delete(a);
    suggested.delete(b);
    suggested.add(both);
  }
  return [...suggested].slice(0, MOST).map((group) => [...group].toSorted((a, b) => a.rank - b.rank));
}

/** The questions that suggestions put to an editor. */
export function threadQuestions(suggestions: readonly Suggestion[], threads: readonly FoundThread[]): ThreadQuestion[] {
  return suggestions.flatMap((stories) => {
    const own = threads.find((thread) => thread.stories.some((story) => story === stories[0]));
    const slug = own?.slug ?? stories[0]?.article.slug;
    const others = stories.slice(1).flatMap((story) => (own?.stories.includes(story) === true ? [] : story.article.slug));
    return slug === undefined ? [] : { headlines: stories.map(({ article }) => article.headline), slug, others };
  });
}

/** Reports questions, with what to write into `threads.json` as the answer. */
export function reportQuestions(questions: readonly ThreadQuestion[], report: Report): void {
  for (const { headlines, slug, others } of questions) {
    const quoted = headlines.map((headline) => `“${headline}”`);
    report({
      severity: "notice",
      // A paper may have no settings for threads.
      file: ".",
      message: `These ${headlines.length} stories may be one: ${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}.`,
      remedy: `If they are, write ${JSON.stringify({ slug, stories: others })} into ${THREADS_FILE}; if not, ${JSON.stringify({ slug, without: others })}.`,
    });
  }
}
