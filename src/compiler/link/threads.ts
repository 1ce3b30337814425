import type { PlaceInThread } from "#content/pages/articlePage.ts";
import type { Edition } from "#content/edition/edition.ts";
import { LEAST_WITH_FEEDS } from "#content/recentThreads.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import { digest } from "../state/digest.ts";
import { listPages } from "./listPages.ts";
import type { List } from "./lists.ts";
import { related } from "./related.ts";
import type { Subjects } from "./subjects.ts";
import type { Story } from "./story.ts";
import { storyLink } from "./teaser.ts";

/** Stories of one matter as it went on, oldest first, and those of them with which it took a turn, the greatest first. */
export type Thread = { slug: string; name: string; description?: string | undefined; stories: Story[]; turningPoints: Story[] };

/** Finds the threads of an edition's stories, which stand oldest first. @param language of the edition */
export type FindThreads = (stories: Story[], language: string) => Thread[];

/** The most turning points of a thread that the page of a story shows. */
const MOST_TURNS = 3;

/** Whether there are feeds of a thread. */
export const hasFeeds = ({ stories }: Pick<Thread, "stories">): boolean => stories.length >= LEAST_WITH_FEEDS;

/** Each thread as a list. */
export function threadLists(threads: Thread[]): List[] {
  return threads.map(({ slug, name, description, stories }) => ({ kind: "thread", slug, name, description, stories }));
}

/** What the newest page of a thread shows. */
export function newestOf(
  thread: Thread,
  { edition, subjects, stories }: { edition: Edition; subjects: Subjects; stories: Story[] },
): ListPage | undefined {
  const [newest] = threadLists([thread]).flatMap((list) =>
    [...listPages(list, edition, () => related(list, subjects, stories.length))].slice(0, 1),
  );
  return newest?.make();
}

/** A story's place among those of its thread, which are counted from 0. */
type Place = { thread: Thread; at: number; turns: ReadonlySet<Story> };

/** Where stories stand in their threads. */
export class ThreadPlaces {
  readonly #places = new Map<Story, Place>();
  /** By what the thread of each story is known, its name and all that belongs to it, by the slug of the story. */
  readonly keys = new Map<string, string>();

  constructor(threads: Thread[]) {
    for (const thread of threads) {
      const turns = new Set(thread.turningPoints);
      const key = keyOf(thread);
      thread.stories.forEach((story, at) => {
        this.#places.set(story, { thread, at, turns });
        this.keys.set(story.article.slug, key);
      });
    }
  }

  /**
   * The stories of its thread that the page of a story shows, oldest first: the first, the turning points, those before and
   * after it, the newest, and itself. Eight at most, however many there are.
   */
  shown(story: Story): Story[] {
    const place = this.#places.get(story);
    if (!place) return [];
    const { thread, at } = place;
    const { stories, turningPoints } = thread;
    const wanted = [stories[0], ...turningPoints.slice(0, MOST_TURNS), stories[at - 1], story, stories[at + 1], stories.at(-1)];
    return [...new Set(wanted.flatMap((one) => one ?? []))].toSorted((a, b) => a.rank - b.rank);
  }

  /** What the page of a story tells of its thread. @param shown as above */
  of(story: Story, shown: Story[], edition: Edition): PlaceInThread | undefined {
    const place = this.#places.get(story);
    if (!place) return undefined;
    const { slug, name, stories } = place.thread;
    let next = 0;
    const links = shown.map((one) => {
      const at = this.#places.get(one)?.at ?? next;
      const skipped = at - next;
      next = at + 1;
      return { ...storyLink(one.article, edition), ...(skipped > 0 && { skipped }), ...(place.turns.has(one) && { turningPoint: true }) };
    });
    return { slug, name, count: stories.length, stories: links };
  }
}

function keyOf({ stories, turningPoints, ...thread }: Thread): string {
  return digest(JSON.stringify([thread, stories.map(rankOf), turningPoints.map(rankOf)]));
}

const rankOf = ({ rank }: Story): number => rank;
