import type { ComponentType } from "react";
import type { Article } from "#content/article.ts";
import { withLazyStyles } from "../../hydration/lazyStyles.ts";
import { loadRecordingWords } from "../../recordings/recordingWords.ts";
import { stopPlaying } from "../../recordings/playing.ts";
import { createStore } from "../../store/createStore.ts";
import type { PlayerProps } from "./player.ts";

/** What is being read aloud, with the code that does it. Undefined while the reader does not listen. */
export type Listening = PlayerProps & { MiniPlayer: ComponentType<PlayerProps> };

const listening = createStore<Listening | undefined>(undefined);

export const useListening = listening.use;

/**
 * Reads stories aloud, one after another. Nothing of it is loaded before the first time.
 * @param articles the queue, or the promise of one; what was being read before makes way
 */
export async function listenTo(articles: Article[] | Promise<Article[]>): Promise<void> {
  stopPlaying();
  unlock();
  const [{ Player }, { MiniPlayer }] = await withLazyStyles(
    Promise.all([import("./player.ts"), import("./MiniPlayer.tsx"), loadRecordingWords()]),
  );
  const show = (state: PlayerProps["state"] | undefined) => listening.set(state && { player, state, MiniPlayer });
  const player = listening.get()?.player ?? new Player(window.speechSynthesis, show);
  player.start(await articles);
}

/** On an iPhone speech must begin at a touch, and the code that speaks is not here yet: a silent word keeps the door open. */
function unlock(): void {
  if (listening.get()) return;
  const silent = new SpeechSynthesisUtterance(" ");
  silent.volume = 0;
  window.speechSynthesis.speak(silent);
}
