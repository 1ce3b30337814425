import type { SpokenPart } from "#content/spokenParts.ts";
import type { Track } from "../../recordings/trackPlayer.ts";
import type { NextPage, QueuedStory } from "./queued.ts";

/** The options of the sleep timer: never (0), after a number of minutes, or at the end of the story. */
export const SLEEPS = [0, 15, 30, 60, "story"] as const;

export type Sleep = (typeof SLEEPS)[number];

export type PlayerState = {
  queue: QueuedStory[];
  /** The list page that continues the queue, if there is one. */
  older: NextPage | undefined;
  index: number;
  /** The story at the index. Its language is known once its text has loaded. */
  story: QueuedStory;
  parts: SpokenPart[];
  part: number;
  sentence: number;
  status: "loading" | "waiting" | "playing" | "paused" | "voiceless" | "failed" | "missing";
  /** The story before, if it was skipped because it did not load or the device has no voice for it. */
  skipped: (QueuedStory & { why: Obstacle }) | undefined;
  rate: number;
  sleep: Sleep;
  /** The device's own voices for the story's language, and the one in use. */
  voices: SpeechSynthesisVoice[];
  voice: SpeechSynthesisVoice | undefined;
  /** The story's own recording, if that is played instead of reading aloud. */
  recording: Track | undefined;
  /** The time of the recording when it last started or paused, in seconds. */
  time: number | undefined;
  /** Whether the story is read aloud because its recording did not load. */
  isRecordingLost: boolean;
};

/** Why a story is not read. */
export type Obstacle = "missing" | "voiceless";

/** Where in a queue the player starts. */
export type Place = Pick<PlayerState, "index" | "part" | "sentence"> & { time?: number | undefined };

/** Without a time, a recording continues where it was left. */
export const AT_START = { part: 0, sentence: 0, time: undefined };

/** The player as seen by the code that plays one story, with what that reports. */
export type PlaybackHost = {
  state: () => PlayerState | undefined;
  show: (state: PlayerState) => void;
  /** Called when the story was heard to its end. */
  end: () => void;
  /** Called if the device has no voice for the story. */
  voiceless: () => void;
  /** Called if the story's recording did not load. @param share how much of the story was heard, from 0 to 1 */
  recordingFailed: (share: number) => void;
};
