import type { SpokenPart } from "#content/spokenParts.ts";
import type { Track } from "../../recordings/player.ts";
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
  /** The story's own recording, where that is played and no voice reads. */
  recording: Track | undefined;
  /** Where it was when it last began or was paused, in seconds. */
  time: number | undefined;
  /** Whether the voice reads because the story's recording did not load. */
  isRecordingLost: boolean;
};

/** Why a story is not read. */
export type Obstacle = "missing" | "voiceless";

/** Where in a queue the player begins. */
export type Place = Pick<PlayerState, "index" | "part" | "sentence"> & { time?: number | undefined };

/** A recording goes on where it was left. */
export const AT_START = { part: 0, sentence: 0, time: undefined };

/** What plays a story sees of the player, and what it tells it. */
export type PlaybackHost = {
  state: () => PlayerState | undefined;
  show: (state: PlayerState) => void;
  /** The story was heard to its end. */
  end: () => void;
  /** The device has no voice for the story. */
  voiceless: () => void;
  /** The story's recording did not load. @param share how much of the story was heard, from 0 to 1 */
  recordingFailed: (share: number) => void;
};
