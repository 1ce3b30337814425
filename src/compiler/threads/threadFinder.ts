import type { Article } from "#content/article.ts";
import { inSite, subjectPath } from "#content/paths.ts";
import type { Report } from "../draft/problem.ts";
import type { LinkedSite } from "../link/linkSite.ts";
import type { Story } from "../link/story.ts";
import type { FindThreads, Thread } from "../link/threads.ts";
import type { BuildState } from "../state/BuildState.ts";
import type { ThreadRecord } from "../state/ThreadMemory.ts";
import { type FoundThread, findThreads } from "./findThreads.ts";
import { type ThreadEntry, THREADS_FILE } from "./readThreads.ts";
import { reportMoves, reportUnmet } from "./reports.ts";
import { allSaid, knownBy } from "./said.ts";
import { type Wishes, wishesOf } from "./wishes.ts";

type Around = {
  /** The file of each story by its slug. */
  fileOf: ReadonlyMap<string, string>;
  /** What the build before left. */
  state: Pick<BuildState, "words" | "threads"> | undefined;
  report: Report;
};

/**
 * Gives what finds the threads of each edition of a site, and the addresses that threads had. Threads are found anew only
 * where something has changed that they are found by. Reports what `threads.json` names and is not there or cannot be, and
 * each story that is in another thread than in the build before.
 * @param articles of all editions
 */
export function threadFinder(
  entries: ThreadEntry[],
  articles: Article[],
  { fileOf, state, report }: Around,
): { find: FindThreads; former: (site: LinkedSite) => FormerAddresses[] } {
  const wishes = wishesOf(entries, articles, fileOf, report);
  const find: FindThreads = (stories, language) => {
    const said = allSaid(stories, state?.words);
    const known = state && knownBy(stories, said, wishes);
    const before = state?.threads.before(language);
    const isKnown = before !== undefined && before.known === known;
    const threads = isKnown ? again(before, stories) : findThreads(stories, said, wishes);
    if (known !== undefined) state?.threads.keep(language, isKnown ? before : recordOf(known, threads));
    reportUnmet(wishes, stories, threads, report);
    if (before && !isKnown) reportMoves(before, stories, threads, wishes, { fileOf, report });
    return threads.map((thread) => named(thread, wishes));
  };
  return { find, former: (site) => formerAddresses(wishes, site) };
}

function again({ threads }: ThreadRecord, stories: Story[]): FoundThread[] {
  const bySlug = new Map(stories.map((story) => [story.article.slug, story]));
  const all = (slugs: string[]): Story[] => slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  return threads.map((thread) => ({ ...thread, stories: all(thread.stories), turningPoints: all(thread.turningPoints) }));
}

function recordOf(known: string, threads: FoundThread[]): ThreadRecord {
  const slugs = (stories: Story[]): string[] => stories.map(({ article }) => article.slug);
  const all = threads.map((thread) => ({ ...thread, stories: slugs(thread.stories), turningPoints: slugs(thread.turningPoints) }));
  return { known, threads: all };
}

function named(thread: FoundThread, wishes: Wishes): Thread {
  const { name, description } = wishes.of(thread.slug) ?? {};
  return { ...thread, name: name ?? thread.stories[0]?.article.headline ?? thread.slug, description };
}

/** A thread's page with the addresses that lead to it. */
type FormerAddresses = { path: string; file: string; oldUrls: string[] };

/** The threads of all editions that have taken others in, or had other addresses, by their paths in the site. */
function formerAddresses(wishes: Wishes, { threads, others }: LinkedSite): FormerAddresses[] {
  const former = new Map<string, string[]>();
  for (const { slug, join, formerly } of wishes.all) {
    const leading = [...join, ...formerly].map(({ name }) => name);
    const to = wishes.joined(slug);
    former.set(to, [...(former.get(to) ?? []), ...leading]);
  }
  const editions = [{ prefix: "", threads }, ...others.map(({ place, linked }) => ({ prefix: place.prefix, threads: linked.threads }))];
  return editions.flatMap(({ prefix, threads: own }) =>
    own.flatMap(({ slug }) => {
      const at = (one: string): string => inSite(prefix, subjectPath("thread", one));
      const leading = former.get(slug) ?? [];
      return leading.length === 0 ? [] : [{ path: at(slug), file: THREADS_FILE, oldUrls: leading.map(at) }];
    }),
  );
}
