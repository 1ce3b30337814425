import type { ComponentType } from "react";
import { createStore } from "../store/createStore.ts";

/** What is being played: its small player, and how to end it. Undefined while the reader plays no recording. */
type Playing = { Dock: ComponentType; stop: () => void };

export const playing = createStore<Playing | undefined>(undefined);

let sound: HTMLAudioElement | undefined;

/** What every recording is played by: on an iPhone an element plays without a touch only if one has loaded it before. */
export const soundElement = (): HTMLAudioElement => (sound ??= new Audio());

export const usePlaying = playing.use;
export const setPlaying = playing.set;
