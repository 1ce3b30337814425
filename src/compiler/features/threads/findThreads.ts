import type { Story } from "../../link/story.ts";
import type { Thread } from "../../link/threads.ts";
import type { ThreadStep } from "../../state/ThreadMemory.ts";
import { Evidence, type Near } from "./evidence.ts";
import type { StoryFeatures } from "./storyFeatures.ts";
import { turningPoints } from "./turningPoints.ts";
import type { ResolvedThreadSettings } from "./resolveThreadSettings.ts";

/** How near a story must be to the nearest story of a thread, and on average to its first and newest ones. */
const NEAR_ONE = 0.23;
const NEAR_MOST = 0.15;
/** How many of the newest stories, with the first, represent a thread. */
const NEWEST = 4;

/** How near two stories must be for an editor to be asked whether they belong together. */
const NEAR_ENOUGH_TO_ASK = 0.15;

/** Two stories that may belong together, though they were not put together. */
export type Unsure = { stories: [older: Story, newer: Story]; score: number };

/** Threads as found, and stories that an editor is to be asked about, the nearest first. `steps` are what was found for each story, oldest first. */
export type Found = { threads: FoundThread[]; unsure: Unsure[]; steps: ThreadStep[] };

/** A thread as found, before it has a name. */
export type FoundThread = Pick<Thread, "slug" | "stories" | "turningPoints">;

/**
 * Finds threads in one pass over the stories, oldest first (single-pass clustering, as in Topic Detection
 * and Tracking): each story joins the thread of the older story that it is nearest to, or none. The result for a story
 * depends only on it and on older ones, so that a story published later moves none to another thread.
 * A thread has the slug of its first story, so that it keeps its address.
 * @param stories oldest first
 * @param features their features, by rank
 * @param settings of an editor, which take precedence over what is found
 * @param known what was found for the oldest stories, if nothing that it depends on has changed
 */
export function findThreads(
  stories: Story[],
  features: readonly StoryFeatures[],
  settings: ResolvedThreadSettings,
  known: readonly ThreadStep[] = [],
): Found {
  const evidence = new Evidence(stories, features);
  const growing = new Growing();
  const unsure: Unsure[] = [];
  const steps: ThreadStep[] = [];
  const step = (story: Story): ThreadStep => {
    const { slug } = story.article;
    const near = evidence.add(story.rank);
    const wanted = settings.threadOf(slug);
    const found = wanted === undefined && isFindable(story) ? nearest(story, near, { stories, growing, settings }) : undefined;
    // A story without a thread is one by itself until another follows.
    const own = wanted ?? found ?? slug;
    growing.put(own, story);
    const one = isFindable(story) ? nearestElsewhere(story, near, { stories, growing, settings }) : undefined;
    return one ? [own === slug ? 0 : own, one] : [own === slug ? 0 : own];
  };
  for (const story of stories) {
    const before = known[story.rank];
    if (before) {
      evidence.addKnown(story.rank);
      growing.put(before[0] === 0 ? story.article.slug : before[0], story);
    }
    const now = before ?? step(story);
    steps.push(now);
    const [, one] = now;
    const older = one && stories[one[0]];
    if (older) unsure.push({ stories: [older, story], score: one[1] });
  }
  const lookup = { linksOf: (rank: number) => features[rank]?.links ?? [], keywordsOf: (rank: number) => evidence.keywords(rank) };
  const threads = [...joined(growing, settings)].flatMap(([slug, own]): FoundThread[] => {
    if (own.length < 2) return [];
    const wanted = settings.of(slug)?.turningPoints?.map(({ name }) => name);
    const turns = wanted ? wanted.flatMap((name) => own.find(({ article }) => article.slug === name) ?? []) : turningPoints(own, lookup);
    return [{ slug, stories: own, turningPoints: turns }];
  });
  return { threads, unsure: unsure.toSorted((a, b) => b.score - a.score), steps };
}

/** Threads while they are being found, by their slugs. */
class Growing {
  readonly #stories = new Map<string, Story[]>();
  readonly #slugs = new Map<Story, string>();

  put(slug: string, story: Story): void {
    const own = this.#stories.get(slug);
    if (own) own.push(story);
    else this.#stories.set(slug, [story]);
    this.#slugs.set(story, slug);
  }

  slugOf(story: Story): string | undefined {
    return this.#slugs.get(story);
  }

  /** The first and the newest stories of a thread, which represent it. */
  ends(slug: string): Story[] {
    const own = this.#stories.get(slug) ?? [];
    return own.length <= NEWEST ? own : [...own.slice(0, 1), ...own.slice(-NEWEST)];
  }

  all(): Iterable<[slug: string, stories: Story[]]> {
    return this.#stories;
  }
}

/** Excludes parts of a series, which an editor has ordered, and translations, which are not new stories. */
const isFindable = ({ article: { series, translationOf } }: Story): boolean => series === undefined && translationOf === undefined;

/** A story that recurs under the same headline, such as a yearly award or a quiz, does not continue the earlier one. */
const hasSameHeadline = (story: Story, other: Story): boolean => story.article.headline === other.article.headline;

type Known = { stories: Story[]; growing: Growing; settings: ResolvedThreadSettings };

/** The thread that a story belongs to by evidence. */
function nearest(story: Story, near: Near[], { stories, growing, settings }: Known): string | undefined {
  const scores = new Map(near.map(({ rank, score }) => [rank, score]));
  for (const { rank, score } of near) {
    if (score < NEAR_ONE) return undefined;
    const other = stories[rank];
    if (!other || !isFindable(other) || hasSameHeadline(story, other) || settings.isAlone(other.article.slug)) continue;
    const slug = growing.slugOf(other);
    if (slug === undefined || !settings.mayJoin(story.article.slug, story.day, slug)) continue;
    const ends = growing.ends(slug);
    const sum = ends.reduce((all, each) => all + (scores.get(each.rank) ?? 0), 0);
    if (sum >= NEAR_MOST * ends.length) return slug;
  }
  return undefined;
}

/** The nearest older story of another thread, if it is near enough to ask an editor and the settings do not keep the two apart. */
function nearestElsewhere(story: Story, near: Near[], { stories, growing, settings }: Known): ThreadStep[1] {
  const slug = settings.joined(growing.slugOf(story) ?? "");
  for (const { rank, score } of near) {
    if (score < NEAR_ENOUGH_TO_ASK) return undefined;
    const other = stories[rank];
    const there = other && growing.slugOf(other);
    if (!other || !isFindable(other) || hasSameHeadline(story, other) || there === undefined || settings.joined(there) === slug) continue;
    const isKeptApart = !settings.mayJoin(story.article.slug, story.day, there) || !settings.mayJoin(other.article.slug, other.day, slug);
    if (isKeptApart) continue;
    return [rank, score];
  }
  return undefined;
}

/** Threads with the stories of those joined to them, except stories that an editor took out. */
function joined(growing: Growing, settings: ResolvedThreadSettings): ReadonlyMap<string, Story[]> {
  const threads = new Map<string, Story[]>();
  for (const [slug, own] of growing.all()) {
    const into = settings.joined(slug);
    const stories = into === slug ? own : own.filter(({ article }) => !settings.isTakenOut(article.slug, slug));
    threads.set(into, [...(threads.get(into) ?? []), ...stories]);
  }
  for (const stories of threads.values()) stories.sort((a, b) => a.rank - b.rank);
  return threads;
}
