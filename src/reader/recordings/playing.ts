import type { ComponentType } from "react";
import { createStore } from "../store/createStore.ts";

/** What is being played: its small player, and how to stop it. */
type Playing = { Dock: ComponentType; stop: () => void };

export const playing = createStore<Playing | undefined>(undefined);

let sound: HTMLAudioElement | undefined;

/** The element that plays every recording: on an iPhone, an element plays without a touch only if a touch has loaded it before. */
export const soundElement = (): HTMLAudioElement => (sound ??= new Audio());

export const usePlaying = playing.use;
export const setPlaying = playing.set;
