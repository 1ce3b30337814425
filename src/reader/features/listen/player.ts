import type { ComponentType } from "react";
import type { Article } from "#content/article.ts";
import { spokenParts } from "#content/spokenParts.ts";
import type { StorySource } from "../../data/storySource.ts";
import { listenSettings } from "./listenSettings.ts";
import { AT_START, type Obstacle, type Place, type PlayerState, type Sleep } from "./playerState.ts";
import { moreOf } from "./queue.ts";
import type { Queue, QueuedStory } from "./queued.ts";
import { SpokenPlayback } from "./spokenPlayback.ts";

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

/** Plays the stories of a queue, one after another. How one is played is in spokenPlayback.ts. */
export class Player {
  readonly #voice: SpokenPlayback;
  readonly #source: StorySource;
  readonly #listeners: Listeners;
  #state: PlayerState | undefined;
  /** Counts what was begun and hushed, so that texts that arrive too late are known as such. */
  #turn = 0;
  #skips = 0;
  #extending: Promise<void> | undefined;
  #sleepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(synth: SpeechSynthesis, source: StorySource, listeners: Listeners) {
    this.#voice = new SpokenPlayback(synth, {
      state: () => this.#state,
      show: (state) => this.#show(state),
      end: () => this.#endStory(),
      voiceless: () => this.#skipOver("voiceless"),
    });
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
    this.#voice.play();
  }

  /** Before it speaks there is nothing to pause. */
  pause(): void {
    if (this.#state?.status === "playing") this.#voice.pause();
  }

  stop(): void {
    this.#hush();
    clearTimeout(this.#sleepTimer);
    this.#state = undefined;
    this.#listeners.tell(undefined);
  }

  /** By a paragraph. After the last comes the next story. */
  skip(step: 1 | -1): void {
    if (!this.#voice.skip(step)) this.next();
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
    this.#voice.setRate(rate);
  }

  setVoice(voiceURI: string): void {
    this.#voice.setVoice(voiceURI);
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
    const parts = spokenParts(article);
    const { headline, inLanguage, readingMinutes: minutes } = article;
    // A story that was changed meanwhile may be shorter.
    const start = parts[part]?.sentences[sentence] === undefined ? AT_START : { part, sentence };
    const opened = this.#withStory({ headline, inLanguage, minutes });
    if (opened) this.#show({ ...opened, parts, ...start, status: "waiting" });
    void this.#lookAhead();
    await this.#voice.open(inLanguage);
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

  #endStory(): void {
    const state = this.#state;
    if (!state) return;
    this.#listeners.heard(state.story);
    const index = state.index + 1;
    const story = state.queue[index];
    if (state.sleep !== "story") return this.next();
    if (!story && !state.older) return this.#finish();
    // It goes on from the next one.
    if (story) this.#show({ ...state, index, story, parts: [], ...AT_START, status: "paused" });
    this.stop();
  }

  #hush(): void {
    this.#turn += 1;
    this.#voice.hush();
  }

  #show(state: PlayerState): void {
    this.#state = state;
    if (state.status === "playing") this.#skips = 0;
    this.#listeners.tell(state);
  }
}
