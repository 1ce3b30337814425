import { KEPT_HEADER, type PictureFiles, SAME_AS_HEADER, type WorkerMessage } from "#content/serviceWorker.ts";
import { match, nameOf } from "./caches.ts";
import { data, isShardAddress, shards } from "./data.ts";
import { pictures } from "./serveFiles.ts";
import { pages } from "./servePages.ts";
import type { LastingEvent } from "./scope.ts";

/** How long a stored page or data file is recent enough not to be fetched again, in milliseconds. */
const RECENT_MS = 30 * 60_000;

let isStopped = false;

/** Lets the next version take over, which it cannot while this one is fetching: the remaining files are skipped. */
export function stopStoring(): void {
  isStopped = true;
}

/** Stores the files of a page that was read. One after the other, so as not to delay what the reader requests. */
export async function storeVisited(event: LastingEvent, visited: Extract<WorkerMessage, { type: "visited" }>): Promise<void> {
  const steps = [
    ...visited.pages.map((url) => async () => (await isRecent("pages", url)) || (await bring(pages, event, url))),
    ...visited.data.map(
      (url) => async () => (await isRecent("data", url)) || (await bring(isShardAddress(url) ? shards : data, event, url)),
    ),
    ...visited.pictures.map((picture) => () => storePicture(event, picture)),
  ];
  for (const step of steps) if (!isStopped) await step();
}

async function storePicture(event: LastingEvent, { url, others }: PictureFiles): Promise<void> {
  const cache = await caches.open(nameOf("pictures"));
  // Another width may already be stored, because the page has shown it.
  const there = await firstOf([url, ...others], async (each) => (await cache.match(each))?.headers.has(SAME_AS_HEADER) === false);
  if (!there) await bring(pictures, event, url);
  const file = there ?? url;
  for (const other of [url, ...others]) {
    if (other === file || (await cache.match(other))) continue;
    await cache.put(other, new Response(null, { headers: { [SAME_AS_HEADER]: file } }));
  }
}

async function isRecent(kind: "pages" | "data", url: string): Promise<boolean> {
  const kept = (await match(nameOf(kind), url))?.headers.get(KEPT_HEADER);
  return kept !== null && kept !== undefined && Date.now() - Date.parse(kept) < RECENT_MS;
}

type Strategy = { handleAll: (options: { event: LastingEvent; request: Request }) => [Promise<Response>, Promise<void>] };

/** Fetches a file as a page would. Failures are ignored: it is only a prefetch. */
async function bring(strategy: Strategy, event: LastingEvent, url: string): Promise<void> {
  const [answered, done] = strategy.handleAll({ event, request: new Request(url) });
  await answered.catch(() => {});
  await done.catch(() => {});
}

async function firstOf<T>(all: T[], matches: (item: T) => Promise<boolean>): Promise<T | undefined> {
  for (const item of all) if (await matches(item)) return item;
  return undefined;
}
