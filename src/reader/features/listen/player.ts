import type { ComponentType } from "react";
import type { Article } from "#content/article.ts";
import type { StorySource } from "../../data/storySource.ts";
import { keepRate, keepVoice, listenSettings } from "./listenSettings.ts";
import { type SpokenPart, spokenParts } from "#content/spokenParts.ts";
import { moreOf } from "./queue.ts";
import type { Older, Queue, QueuedStory } from "./queued.ts";
import { Speaker } from "./speaker.ts";
import { ownVoices, preferredVoice } from "./voices.ts";

/** When the voice falls silent by itself: after a number of minutes, at the end of the story, or never. */
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
type Obstacle = "missing" | "voiceless";

/** Where in a queue the reading begins. */
export type Place = Pick<PlayerState, "index" | "part" | "sentence">;

/** What is being read aloud, with the code that does it. */
export type Listening = PlayerProps & { MiniPlayer: ComponentType<PlayerProps> };

/** What a part of the small player works, and what it shows. */
export type PlayerProps = { player: Player; state: PlayerState };

export type Listeners = {
  /** What the player does now; undefined when it is closed. */
  tell: (state: PlayerState | undefined) => void;
  /** A story was read to its end. */
  heard: (story: QueuedStory) => void;
  /** Nothing is left in the queue. */
  end: () => void;
};

/** How many stories in a row that cannot be read are no longer skipped: something else is wrong. */
const MOST_SKIPPED = 3;

/** How many stories before its end a queue is made longer. */
const NEAR_END = 2;

const AT_START = { part: 0, sentence: 0 };

/**
 * Reads stories aloud, a sentence at a time: Chromium breaks off what takes longer
 * than 15 seconds, and a pause in the middle of speech loses the rest on Android.
 * So a pause hushes, and play says the sentence again.
 */
export class Player {
  readonly #synth: SpeechSynthesis;
  readonly #speaker: Speaker;
  readonly #source: StorySource;
  readonly #listeners: Listeners;
  #state: PlayerState | undefined;
  /** Counts what was begun and hushed, so that texts and voices that arrive too late are known as such. */
  #turn = 0;
  #skips = 0;
  #extending: Promise<void> | undefined;
  #sleepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(synth: SpeechSynthesis, source: StorySource, listeners: Listeners) {
    this.#synth = synth;
    this.#speaker = new Speaker(synth);
    this.#source = source;
    this.#listeners = listeners;
  }

  start({ stories, older }: Queue, place: Place = { index: 0, ...AT_START }): void {
    this.#skips = 0;
    void this.#open({ queue: stories, older }, place);
  }

  play(): void {
    const state = this.#state;
    if (!state || ["playing", "waiting", "loading"].includes(state.status)) return;
    if (!state.voice) return void this.#open(state, state);
    this.#hush();
    this.#show({ ...state, status: "playing" });
    this.#speak();
  }

  /** Before it speaks there is nothing to pause. */
  pause(): void {
    if (this.#state?.status !== "playing") return;
    this.#hush();
    this.#show({ ...this.#state, status: "paused" });
  }

  stop(): void {
    this.#hush();
    clearTimeout(this.#sleepTimer);
    this.#state = undefined;
    this.#listeners.tell(undefined);
  }

  /** To the next paragraph, or back to the beginning of this one or the one before. After the last comes the next story. */
  skip(step: 1 | -1): void {
    const state = this.#state;
    // While a voice is looked for, a step would be taken for the end of the search.
    if (!state?.voice) return;
    const part = step < 0 && state.sentence > 0 ? state.part : Math.max(0, state.part + step);
    if (part >= state.parts.length) this.next();
    else this.#goOn({ ...state, part, sentence: 0 });
  }

  /** To the next story of the queue; after the last one, silence. */
  next(): void {
    if (this.#state) this.goTo(this.#state.index + 1);
  }

  /** To the story before; the first one begins again. */
  previous(): void {
    if (this.#state) this.goTo(Math.max(0, this.#state.index - 1));
  }

  goTo(index: number): void {
    this.#skips = 0;
    if (this.#state) void this.#open(this.#state, { index, ...AT_START });
  }

  setRate(rate: number): void {
    keepRate(rate);
    if (this.#state?.voice) this.#goOn({ ...this.#state, rate });
  }

  setVoice(voiceURI: string): void {
    const state = this.#state;
    const voice = state?.voices.find((one) => one.voiceURI === voiceURI);
    if (!state || !voice) return;
    keepVoice(voice.lang, voiceURI);
    this.#goOn({ ...state, voice });
  }

  /** Falls silent later, and no more after that. */
  setSleep(sleep: Sleep): void {
    clearTimeout(this.#sleepTimer);
    if (!this.#state) return;
    this.#show({ ...this.#state, sleep });
    if (typeof sleep === "number" && sleep > 0) this.#sleepTimer = setTimeout(() => this.#fallAsleep(), sleep * 60_000);
  }

  #fallAsleep(): void {
    this.pause();
    if (this.#state) this.#show({ ...this.#state, sleep: 0 });
  }

  async #open({ queue, older }: Pick<PlayerState, "queue" | "older">, place: Place, skipped?: PlayerState["skipped"]): Promise<void> {
    this.#hush();
    const turn = this.#turn;
    const story = queue[place.index];
    if (!story) return this.#goBeyond();
    const silent = { rate: listenSettings().rate, sleep: this.#state?.sleep ?? 0, voices: [], voice: undefined };
    const opened = { queue, older, story, ...place, parts: [], skipped, ...silent };
    this.#show({ ...opened, status: "loading" });
    const article = await this.#source.story(story.slug).catch(() => undefined);
    if (turn !== this.#turn) return;
    if (!article) return this.#skipOver("missing");
    await this.#read(article, place);
  }

  async #read(article: Article, { part, sentence }: Place): Promise<void> {
    const turn = this.#turn;
    const parts = spokenParts(article);
    const { headline, inLanguage, readingMinutes: minutes } = article;
    // A story that was changed meanwhile may be shorter.
    const start = parts[part]?.sentences[sentence] === undefined ? AT_START : { part, sentence };
    const opened = this.#withStory({ headline, inLanguage, minutes });
    if (opened) this.#show({ ...opened, parts, ...start, status: "waiting" });
    void this.#lookAhead();
    const voices = await ownVoices(this.#synth, inLanguage);
    const state = this.#state;
    if (turn !== this.#turn || !state) return;
    const voice = preferredVoice(voices, inLanguage);
    if (!voice) return this.#skipOver("voiceless");
    this.#skips = 0;
    this.#show({ ...state, status: "paused", voices, voice });
    this.play();
  }

  /** What the text says of its story, where the queue did not know it. */
  #withStory(known: Omit<QueuedStory, "slug">): PlayerState | undefined {
    const state = this.#state;
    if (!state) return undefined;
    const story = { ...state.story, ...known };
    return { ...state, story, queue: state.queue.with(state.index, story) };
  }

  /** Past a story that cannot be read, unless none after it can: then Play tries it again. */
  #skipOver(why: Obstacle): void {
    const state = this.#state;
    if (!state) return;
    const { index, queue, story } = state;
    this.#skips += 1;
    if (this.#skips < MOST_SKIPPED && index + 1 < queue.length)
      return void this.#open(state, { index: index + 1, ...AT_START }, { ...story, why });
    const first = index + 1 - this.#skips;
    this.#skips = 0;
    this.#show({ ...state, index: first, story: queue[first] ?? story, parts: [], ...AT_START, skipped: undefined, status: why });
  }

  /** After the last story: on with what has come, or silence. */
  async #goBeyond(): Promise<void> {
    const turn = this.#turn;
    if (this.#state?.older) this.#show({ ...this.#state, status: "loading" });
    await this.#extend();
    const state = this.#state;
    if (turn !== this.#turn || !state) return;
    const index = state.index + 1;
    if (state.queue[index]) return this.#open(state, { index, ...AT_START });
    this.#finish();
  }

  #finish(): void {
    this.#listeners.end();
    this.stop();
  }

  /** Loads the next story before it is wanted, and makes the queue longer before it ends. */
  async #lookAhead(): Promise<void> {
    const state = this.#state;
    if (!state) return;
    if (state.index + NEAR_END >= state.queue.length) await this.#extend();
    const next = this.#state?.queue[state.index + 1];
    // What does not come is skipped when its turn has come.
    if (next) await this.#source.story(next.slug).catch(() => {});
  }

  #extend(): Promise<void> {
    this.#extending ??= this.#lookForMore().finally(() => (this.#extending = undefined));
    return this.#extending;
  }

  async #lookForMore(): Promise<void> {
    const { queue = [], older } = this.#state ?? {};
    if (!older) return;
    const more = await moreOf(this.#source, older, new Set(queue.map(({ slug }) => slug)));
    const state = this.#state;
    if (state?.older === older) this.#show({ ...state, queue: [...state.queue, ...more.stories], older: more.older });
  }

  /** Shows a new state, and speaks from there if it was speaking. */
  #goOn(state: PlayerState): void {
    this.#hush();
    this.#show(state);
    if (state.status === "playing") this.#speak();
  }

  #speak(): void {
    const state = this.#state;
    const text = state?.parts[state.part]?.sentences[state.sentence];
    if (!state?.voice || text === undefined) return;
    const { voice, rate } = state;
    this.#speaker.say(
      { text, voice, rate },
      () => this.#advance(),
      (error) => this.#fail(error),
    );
  }

  #advance(): void {
    const state = this.#state;
    if (!state) return;
    if (state.parts[state.part]?.sentences[state.sentence + 1] !== undefined) this.#show({ ...state, sentence: state.sentence + 1 });
    else if (state.part + 1 < state.parts.length) this.#show({ ...state, part: state.part + 1, sentence: 0 });
    else return this.#endStory(state);
    this.#speak();
  }

  #endStory(state: PlayerState): void {
    this.#listeners.heard(state.story);
    const index = state.index + 1;
    const story = state.queue[index];
    if (state.sleep !== "story") return this.next();
    if (!story && !state.older) return this.#finish();
    // It goes on from the next one.
    if (story) this.#show({ ...state, index, story, parts: [], ...AT_START, status: "paused" });
    this.stop();
  }

  /** Another page may take the voice, and a phone may want a touch first: then Play goes on. */
  #fail(error: SpeechSynthesisErrorCode): void {
    const passing = error === "interrupted" || error === "canceled" || error === "not-allowed";
    if (this.#state) this.#show({ ...this.#state, status: passing ? "paused" : "failed" });
  }

  #hush(): void {
    this.#turn += 1;
    this.#speaker.hush();
  }

  #show(state: PlayerState): void {
    this.#state = state;
    this.#listeners.tell(state);
  }
}
