import * as v from "valibot";
import type { Episode, Recording } from "#content/recording.ts";
import type { Direction } from "#content/blocks/inline.ts";
import { deviceValue } from "../device/deviceValue.ts";
import { fileUrl } from "../edition/address.ts";
import { createStore } from "../store/createStore.ts";
import { takeSound } from "./oneSound.ts";
import { setPlaying, soundElement } from "./playing.ts";

/** A recording. A story's own has a kind, and the file of its sentences if the build made it. */
export type Playable = Recording & { kind?: Episode["kind"]; sentences?: string | undefined };

type Status = "playing" | "paused" | "failed";

/** A queue that plays a recording as one of several, and shows it in a player of its own. */
export type Follower = { changed: (status: Status) => void; end: () => void };

/** A recording with its title, its page, and the page's language. */
export type Track = {
  recording: Playable;
  title: string;
  page: string;
  language: { lang?: string | undefined; dir?: Direction | undefined };
  follower?: Follower;
};

/** The state of the player; times in seconds. */
export type PlayerState = { track: Track; status: Status; time: number; duration: number; rate: number };

/** The playback rates to choose from. */
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** How far the keys skip back and forward, in seconds. */
export const SKIP_BACK = 15;
export const SKIP_FORWARD = 30;

/** A recording that was left nearer to its beginning or end than this, in seconds, starts over. */
const NEAR = 5;
/** How many recordings have their place remembered. */
const MOST_PLACES = 200;

const KeptSchema = v.object({
  rate: v.fallback(v.picklist(RATES), 1),
  /** Where recordings resume, in seconds, by their addresses; the last played comes last. */
  places: v.fallback(v.record(v.string(), v.number()), {}),
});

const kept = deviceValue(
  () => "broadsheet-recordings",
  (found) => v.parse(v.fallback(KeptSchema, { rate: 1, places: {} }), found),
);

const player = createStore<PlayerState | undefined>(undefined);

/** The state of the player; undefined if it plays nothing. */
export const usePlayer = player.use;
export const currentTrack = (): Track | undefined => player.get()?.track;

/** Where a recording resumes, in seconds: 0 if it was not begun, and in prerendered HTML. */
export const usePlace = (url: string): number => kept.use().places[url] ?? 0;

let sound: HTMLAudioElement | undefined;

/**
 * Plays a recording instead of the current one, from where it was left. Call it within the press itself, as an iPhone requires.
 * @param from seconds
 */
export function startTrack(track: Track, from?: number): void {
  const audio = (sound ??= createSound());
  const { url, duration = 0 } = track.recording;
  if (!track.follower) takeSound(audio, pauseOwn);
  if (player.get()?.track.recording.url !== url) {
    keepPlace();
    const { rate, places } = kept.read();
    audio.src = fileUrl(url);
    audio.currentTime = from ?? places[url] ?? 0;
    audio.defaultPlaybackRate = rate;
    audio.playbackRate = rate;
    player.set({ track, status: "playing", time: audio.currentTime, duration, rate });
  } else if (from !== undefined) audio.currentTime = from;
  const current = currentTrack();
  audio.play().catch(() => currentTrack() === current && show({ status: audio.error ? "failed" : "paused" }));
}

/** Pauses the track, unless a queue plays it, which pauses it itself. */
function pauseOwn(): void {
  if (!currentTrack()?.follower) pauseTrack();
}

export function pauseTrack(): void {
  sound?.pause();
}

export function resumeTrack(): void {
  const state = player.get();
  if (state) startTrack(state.track);
}

export function stopTrack(): void {
  keepPlace();
  player.set(undefined);
  setPlaying(undefined);
  sound?.pause();
  sound?.removeAttribute("src");
}

export function seek(time: number): void {
  const state = player.get();
  if (!sound || !state) return;
  sound.currentTime = Math.min(Math.max(0, time), state.duration || time);
  show({ time: sound.currentTime });
  // While it is paused, no event tells a follower of the new position.
  if (sound.paused) state.track.follower?.changed("paused");
}

export const skipBack = (): void => seek((sound?.currentTime ?? 0) - SKIP_BACK);
export const skipForward = (): void => seek((sound?.currentTime ?? 0) + SKIP_FORWARD);

export function setRate(rate: number): void {
  kept.keep({ ...kept.read(), rate });
  if (sound) sound.playbackRate = rate;
  show({ rate });
}

/** The position in a recording at this moment, in seconds; undefined if the player has another one. */
export const timeIn = (url: string): number | undefined => (player.get()?.track.recording.url === url ? sound?.currentTime : undefined);

function show(more: Partial<PlayerState>): void {
  const state = player.get();
  if (!state) return;
  player.set({ ...state, ...more });
  if (more.status) state.track.follower?.changed(more.status);
}

function createSound(): HTMLAudioElement {
  const audio = soundElement();
  const on = (type: string, then: () => void): void => audio.addEventListener(type, then);
  on("timeupdate", () => show({ time: audio.currentTime }));
  on("durationchange", () => Number.isFinite(audio.duration) && show({ duration: audio.duration }));
  on("playing", () => show({ status: "playing" }));
  on("pause", () => {
    if (audio.ended) return;
    show({ status: "paused" });
    keepPlace();
  });
  on("ended", () => {
    const follower = currentTrack()?.follower;
    stopTrack();
    follower?.end();
  });
  on("error", () => show({ status: "failed" }));
  addEventListener("pagehide", keepPlace);
  return audio;
}

/** Remembers the position, on this device only. A recording that has come to its end starts over. */
function keepPlace(): void {
  const state = player.get();
  if (!sound || !state) return;
  const { url } = state.track.recording;
  const { rate, places } = kept.read();
  const time = sound.currentTime;
  const others = Object.entries(places).filter(([other]) => other !== url);
  const isBegun = time > NEAR && time < (state.duration || Infinity) - NEAR;
  const all = isBegun ? [...others, [url, Math.floor(time)] as const] : others;
  kept.keep({ rate, places: Object.fromEntries(all.slice(-MOST_PLACES)) });
}
