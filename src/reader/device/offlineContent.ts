import * as v from "valibot";
import { type Article, ArticleSchema } from "#content/article.ts";
import { cacheName, KEPT_HEADER } from "#content/serviceWorker.ts";
import { ListPageSchema } from "#content/pages/listPage.ts";
import { address } from "../edition/address.ts";

/** A list page on the device: its name, and its path. */
export type ListOnDevice = { name: string; path: string };

/** What can be read without a connection. Stories that were stored last come first. */
export type OfflineContent = { front: boolean; stories: Article[]; lists: ListOnDevice[] };

/** The most that a reader would look through; the search finds the rest. */
const MOST_STORIES = 60;
const MOST_LISTS = 30;

const StorySchema = v.object({ article: ArticleSchema });
const ListSchema = v.pick(ListPageSchema, ["kind", "name"]);

/** Reads what is stored on the device; empty without storage. */
export async function readOfflineContent(): Promise<OfflineContent> {
  const files = await filesOnDevice();
  const stories: Article[] = [];
  const lists: ListOnDevice[] = [];
  for (const [file, response] of files) {
    if (file.startsWith("article/") && stories.length < MOST_STORIES) {
      stories.push(...(await storyIn(response)));
    } else if (/^(?:topic|section|place|author|thread)\/[^/]+\.json$/u.test(file) && lists.length < MOST_LISTS) {
      const list = v.safeParse(ListSchema, await json(response));
      if (list.success) lists.push({ name: list.output.name, path: `/${file.replace(/\.json$/u, "")}` });
    }
  }
  return { front: files.some(([file]) => file === "front.json"), stories, lists };
}

/** All stories that can be read without a connection, for the search. */
export async function storiesOnDevice(): Promise<Article[]> {
  const stories: Article[] = [];
  for (const [file, response] of await filesOnDevice()) {
    if (file.startsWith("article/")) stories.push(...(await storyIn(response)));
  }
  return stories;
}

/** The files of the edition by their names below the data address, the last stored first. */
async function filesOnDevice(): Promise<[file: string, response: Response][]> {
  if (!("caches" in globalThis)) return [];
  const { base, data } = address();
  const below = new URL(data, location.href).href;
  const found = new Map<string, Response>();
  for (const kind of ["kept", "data"] as const) {
    // Opening a cache would create it.
    if (!(await caches.has(cacheName(base, kind)))) continue;
    const cache = await caches.open(cacheName(base, kind));
    for (const { url } of await cache.keys()) {
      const response = url.startsWith(below) ? await cache.match(url) : undefined;
      if (response) found.set(url.slice(below.length), response);
    }
  }
  return [...found].toSorted(([, a], [, b]) => keptAt(b).localeCompare(keptAt(a)));
}

function keptAt({ headers }: Response): string {
  return headers.get(KEPT_HEADER) ?? "";
}

/** An empty list if the file is damaged. */
async function storyIn(response: Response): Promise<Article[]> {
  const story = v.safeParse(StorySchema, await json(response));
  return story.success ? [story.output.article] : [];
}

async function json(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}
