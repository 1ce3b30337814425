import type { StoryCache } from "../../data/storyCache.ts";
import { withLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { soundElement } from "../../recordings/playing.ts";
import { createStore } from "../../store/createStore.ts";
import type { Listening } from "./Player.ts";
import { canSpeak } from "./playable.ts";
import type { Place } from "./playerState.ts";
import type { QueueRequest } from "./queued.ts";

/** Undefined while the player is closed. */
const listening = createStore<Listening | undefined>(undefined);

export const useListening = listening.use;
export const isListening = (): boolean => listening.get() !== undefined;

/**
 * Plays stories one after another, from their recordings or by reading aloud. The code for it is loaded on first use.
 * @param queue or the promise of one; it replaces the current queue unless it has nothing to play
 * @param place where to begin, if not with the first story
 */
export async function listenTo(queue: QueueRequest | Promise<QueueRequest>, cache: StoryCache, place?: Place): Promise<void> {
  unlock();
  const { startPlayer } = await withLazyStyles(import("./startPlayer.ts"));
  await startPlayer(listening, await queue, cache, place);
}

/** On an iPhone, speech and audio must start at a touch, before their code has loaded: a silent utterance and an empty load unlock them. */
function unlock(): void {
  if (listening.get()) return;
  const sound = soundElement();
  // A recording already loaded would restart.
  if (!sound.hasAttribute("src")) sound.load();
  if (!canSpeak()) return;
  const silent = new SpeechSynthesisUtterance(" ");
  silent.volume = 0;
  window.speechSynthesis.speak(silent);
}
