import type { SpokenPart } from "#content/spokenParts.ts";
import type { Older, QueuedStory } from "./queued.ts";

/** When the player falls silent by itself: after a number of minutes, at the end of the story, or never. */
export const SLEEPS = [0, 15, 30, 60, "story"] as const;

export type Sleep = (typeof SLEEPS)[number];

export type PlayerState = {
  queue: QueuedStory[];
  /** Where the queue goes on, if it does. */
  older: Older | undefined;
  index: number;
  /** The story at the index. Its language is known once its text is here. */
  story: QueuedStory;
  parts: SpokenPart[];
  part: number;
  sentence: number;
  status: "loading" | "waiting" | "playing" | "paused" | "voiceless" | "failed" | "missing";
  /** The story before, where that did not load, or the device has no voice for it. */
  skipped: (QueuedStory & { why: Obstacle }) | undefined;
  rate: number;
  sleep: Sleep;
  /** The device's own voices for the story's language, and the one that reads. */
  voices: SpeechSynthesisVoice[];
  voice: SpeechSynthesisVoice | undefined;
};

/** Why a story is not read. */
export type Obstacle = "missing" | "voiceless";

/** Where in a queue the player begins. */
export type Place = Pick<PlayerState, "index" | "part" | "sentence">;

export const AT_START = { part: 0, sentence: 0 };

/** What plays a story sees of the player, and what it tells it. */
export type Stage = {
  state: () => PlayerState | undefined;
  show: (state: PlayerState) => void;
  /** The story was heard to its end. */
  end: () => void;
  /** The device has no voice for the story. */
  voiceless: () => void;
};
