import type { ComponentType } from "react";
import type { Article } from "#content/article.ts";
import { type SpokenPart, spokenParts } from "#content/spokenParts.ts";
import type { StorySource } from "../../data/storySource.ts";
import { takeSound } from "../../recordings/oneSound.ts";
import { voiceSettings } from "./voiceSettings.ts";
import { AT_START, type Obstacle, type Place, type PlayerState, type Sleep, type PlaybackHost } from "./playerState.ts";
import { canSpeak, isPlayable, nextPlayable } from "./playable.ts";
import { nextStories, unheard } from "./queue.ts";
import { hasRecordingOf, type Queue, type QueuedStory } from "./queued.ts";
import { RecordedPlayback } from "./recordedPlayback.ts";
import { SpokenPlayback } from "./spokenPlayback.ts";

/** What is being played, with the code that plays and shows it. */
export type Listening = PlayerProps & { MiniPlayer: ComponentType<PlayerProps> };

/** The props of each part of the small player: what it controls, and what it shows. */
export type PlayerProps = { player: Player; state: PlayerState };

export type Listeners = {
  /** Called with the player's new state; undefined when it is closed. */
  changed: (state: PlayerState | undefined) => void;
  /** Called when a story was played to its end. */
  heard: (story: QueuedStory) => void;
  /** Called when nothing is left in the queue, not even for a browser that can play more. */
  end: () => void;
};

/** After this many stories in a row that cannot be read the player stops skipping: something else is wrong. */
const MOST_SKIPPED = 3;

/** A queue is extended when fewer stories than this are left. */
const NEAR_END = 2;

/** The state while nothing of a story has been heard. */
const SILENT = { voices: [], voice: undefined, recording: undefined, isRecordingLost: false };

/** Plays the stories of a queue one after another, each by spokenPlayback.ts or recordedPlayback.ts. */
export class Player {
  readonly #spoken: SpokenPlayback;
  readonly #recorded: RecordedPlayback;
  readonly #source: StorySource;
  readonly #listeners: Listeners;
  #state: PlayerState | undefined;
  /** Counts what was started and silenced, so that a text that arrives too late is recognised. */
  #turn = 0;
  /** The indices of the last stories in a row that could not be read. */
  #skipped: number[] = [];
  #extending: Promise<void> | undefined;
  #sleepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(source: StorySource, listeners: Listeners) {
    const host: PlaybackHost = {
      state: () => this.#state,
      show: (state) => this.#show(state),
      end: () => this.#endStory(),
      voiceless: () => this.#skipOver("voiceless"),
      recordingFailed: (share) => (canSpeak() ? this.#readInstead(share) : this.#skipOver("missing")),
    };
    this.#spoken = new SpokenPlayback(canSpeak() ? window.speechSynthesis : undefined, host);
    this.#recorded = new RecordedPlayback(host);
    this.#source = source;
    this.#listeners = listeners;
  }

  start({ stories, older }: Queue, place: Place = { index: 0, ...AT_START }): void {
    this.#skipped = [];
    void this.#open({ queue: stories, older }, place);
  }

  play(): void {
    const state = this.#state;
    if (!state || ["playing", "waiting", "loading"].includes(state.status)) return;
    if (state.recording) this.#recorded.play();
    else if (state.voice) this.#spoken.play();
    else void this.#open(state, state);
  }

  /** Before it plays there is nothing to pause. */
  pause(): void {
    const state = this.#state;
    if (state?.status !== "playing") return;
    if (state.recording) this.#recorded.pause();
    else this.#spoken.pause();
  }

  stop(): void {
    // Pausing records the time of the recording, which is kept with the queue.
    if (this.#state?.recording) this.pause();
    this.#cancel();
    clearTimeout(this.#sleepTimer);
    this.#state = undefined;
    this.#listeners.changed(undefined);
  }

  /** Skips by a paragraph, or by some seconds of a recording. After the last paragraph comes the next story. */
  skip(step: 1 | -1): void {
    if (this.#state?.recording) this.#recorded.skip(step);
    else if (!this.#spoken.skip(step)) this.next();
  }

  /** Goes to the next story of the queue, and stops after the last one. */
  next(): void {
    if (this.#state) this.goTo(this.#state.index + 1);
  }

  /** Goes to the previous story, or to the beginning of the first one. */
  previous(): void {
    if (!this.#state) return;
    const { queue, index } = this.#state;
    const before = queue.slice(0, index).findLastIndex(isPlayable);
    this.goTo(before === -1 ? index : before);
  }

  goTo(index: number): void {
    this.#skipped = [];
    const state = this.#state;
    if (state) void this.#open(state, { index, ...AT_START, ...(index === state.index && { time: 0 }) });
  }

  /** Sets the speed of the voice; recordings have their own speed. */
  setRate(rate: number): void {
    this.#spoken.setRate(rate);
  }

  setVoice(voiceURI: string): void {
    this.#spoken.setVoice(voiceURI);
  }

  /** Sets the sleep timer, which works once. */
  setSleep(sleep: Sleep): void {
    clearTimeout(this.#sleepTimer);
    if (!this.#state) return;
    this.#show({ ...this.#state, sleep });
    if (typeof sleep === "number" && sleep > 0) this.#sleepTimer = setTimeout(() => this.#fallAsleep(), sleep * 60_000);
  }

  #fallAsleep(): void {
    // A story that is still loading would begin after the end.
    const isBeginning = this.#state?.status === "loading" || this.#state?.status === "waiting";
    if (isBeginning) this.#cancel();
    else this.pause();
    if (this.#state) this.#show({ ...this.#state, ...(isBeginning && { ...SILENT, status: "paused" }), sleep: 0 });
  }

  async #open({ queue, older }: Pick<PlayerState, "queue" | "older">, place: Place, skipped?: PlayerState["skipped"]): Promise<void> {
    this.#cancel();
    const turn = this.#turn;
    const index = nextPlayable(queue, place.index);
    const story = index === undefined ? undefined : queue[index];
    if (index === undefined || !story) return this.#goBeyond();
    const { part, sentence, time } = index === place.index ? place : AT_START;
    const kept = { rate: voiceSettings().rate, sleep: this.#state?.sleep ?? 0 };
    const opened = { queue, older, story, index, part, sentence, time, parts: [], skipped, ...kept, ...SILENT };
    this.#show({ ...opened, status: "loading" });
    const article = await this.#source.story(story.slug).catch(() => undefined);
    if (turn !== this.#turn) return;
    if (!article) return this.#skipOver("missing");
    this.#begin(article, { part, sentence, time });
  }

  /** Plays the story's own recording, if it has one, otherwise reads it aloud. */
  #begin(article: Article, { part, sentence, time }: Omit<Place, "index">): void {
    const parts = spokenParts(article);
    const { headline, inLanguage, readingMinutes, audio } = article;
    const minutes = audio?.duration === undefined ? readingMinutes : Math.ceil(audio.duration / 60);
    // The story may have become shorter since.
    const start = parts[part]?.sentences[sentence] === undefined ? AT_START : { part, sentence };
    const opened = this.#withStory({ headline, inLanguage, minutes, hasRecording: hasRecordingOf(article) });
    if (!opened) return;
    if (!isPlayable(opened.story)) return this.#passOver({ ...opened, parts, status: "paused" });
    this.#show({ ...opened, parts, ...start, status: "waiting" });
    void this.#lookAhead();
    if (audio) this.#recorded.open(article, audio, time);
    else void this.#spoken.open(inLanguage);
  }

  /** Skips a story whose recording was withdrawn, in a browser that cannot read it aloud. Stays at it if it is the last. */
  #passOver(state: PlayerState): void {
    this.#show(state);
    const index = nextPlayable(state.queue, state.index + 1);
    if (index !== undefined || state.older) void this.#open(state, { index: index ?? state.index + 1, ...AT_START }, state.skipped);
  }

  /** Reads a story aloud because its recording did not load. */
  #readInstead(share: number): void {
    const state = this.#state;
    if (!state) return;
    const start = share > 0 && { part: partAt(state.parts, share), sentence: 0 };
    this.#show({ ...state, ...SILENT, ...start, isRecordingLost: true, status: "waiting" });
    void this.#spoken.open(state.story.inLanguage ?? "en");
  }

  /** The state with what the article says about its story, which the queue may not have known. */
  #withStory(known: Omit<QueuedStory, "slug">): PlayerState | undefined {
    const state = this.#state;
    if (!state) return undefined;
    const story = { ...state.story, ...known };
    return { ...state, story, queue: state.queue.with(state.index, story) };
  }

  /** Skips a story that cannot be read. After several in a row, or at the end, it returns to the first of them, which Play tries again. */
  #skipOver(why: Obstacle): void {
    const state = this.#state;
    if (!state) return;
    const { index, queue, story } = state;
    this.#skipped.push(index);
    const next = nextPlayable(queue, index + 1);
    if (this.#skipped.length < MOST_SKIPPED && next !== undefined)
      return void this.#open(state, { index: next, ...AT_START }, { ...story, why });
    const [first = index] = this.#skipped;
    this.#skipped = [];
    this.#show({
      ...state,
      index: first,
      story: queue[first] ?? story,
      parts: [],
      ...AT_START,
      ...SILENT,
      skipped: undefined,
      status: why,
    });
  }

  /** After the last story: continues with older stories, if there are any, or finishes. */
  async #goBeyond(): Promise<void> {
    const turn = this.#turn;
    if (this.#state?.older) this.#show({ ...this.#state, status: "loading" });
    await this.#extend();
    const state = this.#state;
    if (turn !== this.#turn || !state) return;
    const index = nextPlayable(state.queue, state.index + 1);
    if (index !== undefined) return this.#open(state, { index, ...AT_START });
    this.#finish();
  }

  /** Stories that this browser cannot play stay in the queue, for one that can. */
  #finish(): void {
    const state = this.#state;
    const played = state?.queue.filter(isPlayable) ?? [];
    const left = unheard(state?.queue ?? []).filter((story) => !isPlayable(story));
    const [story] = left;
    const place = { index: played.length, parts: [], ...AT_START };
    if (state && story) this.#show({ ...state, queue: [...played, ...left], story, ...place, ...SILENT, status: "paused" });
    else this.#listeners.end();
    this.stop();
  }

  /** Loads the next story in advance, and extends the queue before it ends. */
  async #lookAhead(): Promise<void> {
    const state = this.#state;
    if (!state) return;
    if (state.queue.slice(state.index + 1).filter(isPlayable).length < NEAR_END) await this.#extend();
    const next = this.#state?.queue.find((story, at) => at > state.index && isPlayable(story));
    // A story that fails to load is skipped when its turn comes.
    if (next) await this.#source.story(next.slug).catch(() => {});
  }

  #extend(): Promise<void> {
    this.#extending ??= this.#lookForMore().finally(() => (this.#extending = undefined));
    return this.#extending;
  }

  async #lookForMore(): Promise<void> {
    const { queue = [], older } = this.#state ?? {};
    if (!older) return;
    const more = await nextStories(this.#source, older, new Set(queue.map(({ slug }) => slug)));
    const state = this.#state;
    if (state?.older === older) this.#show({ ...state, queue: [...state.queue, ...more.stories], older: more.older });
  }

  #endStory(): void {
    const state = this.#state;
    if (!state) return;
    this.#listeners.heard(state.story);
    if (state.sleep !== "story") return this.next();
    const index = nextPlayable(state.queue, state.index + 1);
    const story = index === undefined ? undefined : state.queue[index];
    if (!story && !state.older) return this.#finish();
    // The queue is kept at the next story.
    if (index !== undefined && story) this.#show({ ...state, index, story, parts: [], ...AT_START, ...SILENT, status: "paused" });
    this.stop();
  }

  #cancel(): void {
    this.#turn += 1;
    this.#spoken.cancel();
    this.#recorded.cancel();
  }

  #show(state: PlayerState): void {
    const begins = state.status === "playing" && this.#state?.status !== "playing";
    this.#state = state;
    if (begins) this.#skipped = [];
    if (begins) takeSound(this, () => this.pause());
    this.#listeners.changed(state);
  }
}

/** The part that a voice reaches after a share of a story. It speaks evenly, so characters measure time. */
function partAt(parts: readonly SpokenPart[], share: number): number {
  const lengths = parts.map(({ sentences }) => sentences.join(" ").length);
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  const part = lengths.findIndex((length) => (left -= length) < 0);
  // A recording may be longer than its stated duration.
  return part === -1 ? Math.max(0, parts.length - 1) : part;
}
