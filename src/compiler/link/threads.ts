import type { PlaceInThread } from "#content/pages/articlePage.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import { digest } from "../state/digest.ts";
import { listPages } from "./listPages.ts";
import type { List } from "./lists.ts";
import { relatedLists } from "./relatedLists.ts";
import type { Subjects } from "./subjects.ts";
import type { Story } from "./story.ts";
import { storyLink } from "./makeTeaser.ts";

/** The stories about one developing event, oldest first, and its turning points among them, the greatest first. */
export type Thread = { slug: string; name: string; description?: string | undefined; stories: Story[]; turningPoints: Story[] };

/** Finds the threads of an edition. @param stories oldest first @param language the language of the edition */
export type FindThreads = (stories: Story[], language: string) => Thread[];

/** How many turning points of a thread the page of a story shows. */
const MOST_TURNS = 3;

/** Each thread as a list. */
export function threadLists(threads: Thread[]): List[] {
  return threads.map(({ slug, name, description, stories }) => ({ kind: "thread", slug, name, description, stories }));
}

/** The content of the newest page of a thread. */
export function newestOf(
  thread: Thread,
  { edition, subjects, stories }: { edition: Edition; subjects: Subjects; stories: Story[] },
): ListPage | undefined {
  const [newest] = threadLists([thread]).flatMap((list) =>
    [...listPages(list, edition, () => relatedLists(list, subjects, stories))].slice(0, 1),
  );
  return newest?.make();
}

/** A story's place in its thread: `at` counts from 0, and `turns` are the turning points. */
type Place = { thread: Thread; at: number; turns: ReadonlySet<Story> };

/** The places of stories in their threads. */
export class ThreadPlaces {
  readonly #places = new Map<Story, Place>();
  /** A digest of each story's thread, its name and its stories, by the slug of the story. */
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
   * The stories of the thread that the page of a story shows, oldest first: the first, the turning points, its neighbours,
   * the newest, and the story itself. Eight at most, however long the thread.
   */
  shown(story: Story): Story[] {
    const place = this.#places.get(story);
    if (!place) return [];
    const { thread, at } = place;
    const { stories, turningPoints } = thread;
    const wanted = [stories[0], ...turningPoints.slice(0, MOST_TURNS), stories[at - 1], story, stories[at + 1], stories.at(-1)];
    return [...new Set(wanted.flatMap((other) => other ?? []))].toSorted((a, b) => a.rank - b.rank);
  }

  /** What the page of a story shows about its thread. @param shown the result of `shown` */
  of(story: Story, shown: Story[], edition: Edition): PlaceInThread | undefined {
    const place = this.#places.get(story);
    if (!place) return undefined;
    const { slug, name, stories } = place.thread;
    let next = 0;
    const links = shown.map((other) => {
      const at = this.#places.get(other)?.at ?? next;
      const skipped = at - next;
      next = at + 1;
      const turn = place.turns.has(other) && { turningPoint: true };
      return { ...storyLink(other.article, edition), ...(skipped > 0 && { skipped }), ...turn };
    });
    return { slug, name, count: stories.length, stories: links };
  }
}

function keyOf({ stories, turningPoints, ...thread }: Thread): string {
  return digest(JSON.stringify([thread, stories.map(rankOf), turningPoints.map(rankOf)]));
}

const rankOf = ({ rank }: Story): number => rank;
