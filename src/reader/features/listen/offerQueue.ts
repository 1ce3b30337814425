import type { StoryCache } from "../../data/storyCache.ts";
import { loadMore } from "../../i18n/loadCatalogue.ts";
import { attempt } from "../../hydration/lazyImport.ts";
import { makeOffer } from "../../toasts/offers.ts";
import { isPlayingHere } from "./elsewhere.ts";
import { doneWith, isDoneWith, isOfThisDevice, type KeptQueue, keptQueue, minutesLeft } from "./keptQueue.ts";
import { isListening, listenTo } from "./listening.ts";

/** What was left longer ago waits on the front page, in milliseconds. */
const RECENT = 12 * 3_600_000;

/** Whether the page has just been loaded: what this device keeps later, it plays or has closed itself. */
let isStart = true;

/**
 * Offers to go on with what was being listened to before the page was loaded, or on another device that is synced.
 * Nobody is interrupted by it who listens on this one.
 */
export async function offerQueue(cache: StoryCache): Promise<void> {
  const kept = keptQueue();
  const wasStart = isStart;
  isStart = false;
  if (!kept || Date.now() - kept.at > RECENT || isDoneWith(kept)) return;
  if ((!wasStart && isOfThisDevice(kept)) || isListening() || (await isPlayingHere())) return;
  const { listening, library } = await loadMore(document.documentElement.lang);
  doneWith(kept);
  const text = goOnText(kept, { ...listening, ...library });
  makeOffer({ id: "listen", text: () => text, label: () => library.goOn, take: () => goOn(kept, cache) });
}

export function goOn(kept: KeptQueue, cache: StoryCache): void {
  const again = () => listenTo(kept, cache, kept);
  attempt(again);
}

type Sentences = {
  goOnListening: (headline: string) => string;
  withCount: (name: string, count: string) => string;
  minutesLeft: (count: number) => string;
};

/**
 * "Continue “The flood” (12 min left)"
 * @param most characters of the headline
 */
export function goOnText(kept: KeptQueue, say: Sentences, most = Infinity): string {
  const text = say.goOnListening(shortened(kept.stories[kept.index]?.headline ?? "", most));
  const minutes = minutesLeft(kept);
  return minutes === undefined ? text : say.withCount(text, say.minutesLeft(minutes));
}

function shortened(headline: string, most: number): string {
  const next = [...new Intl.Segmenter().segment(headline)][most];
  return next ? `${headline.slice(0, next.index).trimEnd()}…` : headline;
}
