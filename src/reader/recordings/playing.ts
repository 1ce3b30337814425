import type { ComponentType } from "react";
import { createStore } from "../store/createStore.ts";

/** What is being played: its small player, and how to end it. Undefined while the reader plays no recording. */
type Playing = { Dock: ComponentType; stop: () => void };

const playing = createStore<Playing | undefined>(undefined);

export const usePlaying = playing.use;
export const setPlaying = playing.set;

export const stopPlaying = (): void => playing.get()?.stop();
