import type { StoryCache } from "../../data/storyCache.ts";
import { loadMore } from "../../i18n/loadCatalogue.ts";
import { attempt } from "#loading/hydration/lazyImport.ts";
import { makeOffer } from "../../toasts/offers.ts";
import { isPlayingHere } from "./elsewhere.ts";
import { dismissQueue, isDismissed, isOfThisDevice, type KeptQueue, keptQueue, minutesLeft } from "./keptQueue.ts";
import { isListening, listenTo } from "./listening.ts";

/** The age up to which a queue is offered, in milliseconds. An older one is still on the front page. */
const RECENT = 12 * 3_600_000;

/** Whether the page has just been loaded. A queue that this device keeps later is playing here, or was closed here. */
let isStart = true;

/**
 * Offers to continue the queue that was playing before the page was loaded, or on a synced device.
 * A reader who is listening on this device is not interrupted.
 */
export async function offerQueue(cache: StoryCache): Promise<void> {
  const kept = keptQueue();
  const wasStart = isStart;
  isStart = false;
  if (!kept || Date.now() - kept.at > RECENT || isDismissed(kept)) return;
  if ((!wasStart && isOfThisDevice(kept)) || isListening() || (await isPlayingHere())) return;
  const { listening, library } = await loadMore(document.documentElement.lang);
  dismissQueue(kept);
  const text = resumeText(kept, { ...listening, ...library });
  makeOffer({ id: "listen", text: () => text, label: () => library.goOn, take: () => resumeQueue(kept, cache) });
}

export function resumeQueue(kept: KeptQueue, cache: StoryCache): void {
  const resume = () => listenTo(kept, cache, kept);
  attempt(resume);
}

type Sentences = {
  goOnListening: (headline: string) => string;
  withCount: (name: string, count: string) => string;
  minutesLeft: (count: number) => string;
};

/**
 * "Continue “The flood” (12 min left)"
 * @param most the most characters of the headline to show
 */
export function resumeText(kept: KeptQueue, say: Sentences, most = Infinity): string {
  const text = say.goOnListening(shortened(kept.stories[kept.index]?.headline ?? "", most));
  const minutes = minutesLeft(kept);
  return minutes === undefined ? text : say.withCount(text, say.minutesLeft(minutes));
}

function shortened(headline: string, most: number): string {
  if (headline.length <= most) return headline;
  const next = [...new Intl.Segmenter().segment(headline)][most];
  return next ? `${headline.slice(0, next.index).trimEnd()}…` : headline;
}
