import type { StoryCache } from "../../data/storyCache.ts";
import { withLazyStyles } from "../../hydration/lazyStyles.ts";
import { soundElement } from "../../recordings/playing.ts";
import { createStore } from "../../store/createStore.ts";
import type { Listening } from "./player.ts";
import { canSpeak } from "./playable.ts";
import type { Place } from "./playerState.ts";
import type { ToHear } from "./queued.ts";

/** Undefined while the reader does not listen. */
const listening = createStore<Listening | undefined>(undefined);

export const useListening = listening.use;
export const isListening = (): boolean => listening.get() !== undefined;

/**
 * Plays stories, one after another: their recordings, or read aloud. Nothing of it is loaded before the first time.
 * @param queue or the promise of one; what was being read before makes way, unless there is nothing in it
 * @param place where to begin, if not with the first story
 */
export async function listenTo(queue: ToHear | Promise<ToHear>, cache: StoryCache, place?: Place): Promise<void> {
  unlock();
  const { startPlayer } = await withLazyStyles(import("./startPlayer.ts"));
  await startPlayer(listening, await queue, cache, place);
}

/** On an iPhone speech and recordings must begin at a touch, and the code for them is not here yet: a silent word and an empty load allow what follows. */
function unlock(): void {
  if (listening.get()) return;
  const sound = soundElement();
  // A recording that is in it would begin anew.
  if (!sound.hasAttribute("src")) sound.load();
  if (!canSpeak()) return;
  const silent = new SpeechSynthesisUtterance(" ");
  silent.volume = 0;
  window.speechSynthesis.speak(silent);
}
