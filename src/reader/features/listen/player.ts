import type { Article } from "#content/article.ts";
import { keepRate, keepVoice, listenSettings } from "./listenSettings.ts";
import { type SpokenPart, spokenParts } from "#content/spokenParts.ts";
import { ownVoices, preferredVoice } from "./voices.ts";

/** When the voice falls silent by itself: after so many minutes, at the end of the story, or never. */
export const SLEEPS = [0, 15, 30, 60, "story"] as const;

export type Sleep = (typeof SLEEPS)[number];

export type PlayerState = {
  queue: Article[];
  index: number;
  article: Article;
  parts: SpokenPart[];
  part: number;
  sentence: number;
  status: "waiting" | "playing" | "paused" | "voiceless" | "failed";
  rate: number;
  sleep: Sleep;
  /** The device's own voices for the article's language, and the one that reads. */
  voices: SpeechSynthesisVoice[];
  voice: SpeechSynthesisVoice | undefined;
};

/** What a part of the small player works, and what it shows. */
export type PlayerProps = { player: Player; state: PlayerState };

/** How long the device rests between being hushed and speaking again, in milliseconds: some lose what comes at once. */
const REST = 60;

/**
 * Reads stories aloud, a sentence at a time: Chromium breaks off what takes longer
 * than 15 seconds, and a pause in the middle of speech loses the rest on Android.
 * So a pause hushes, and play says the sentence again.
 */
export class Player {
  readonly #synth: SpeechSynthesis;
  readonly #tell: (state: PlayerState | undefined) => void;
  #state: PlayerState | undefined;
  /** Counts what was begun and hushed, so that voices that arrive too late are known as such. */
  #turn = 0;
  #rest = 0;
  #sleepTimer: ReturnType<typeof setTimeout> | undefined;
  /** What is being said: events of anything older count for nothing. Chromium also forgets to tell the end of what nobody holds. */
  #utterance: SpeechSynthesisUtterance | undefined;

  constructor(synth: SpeechSynthesis, tell: (state: PlayerState | undefined) => void) {
    this.#synth = synth;
    this.#tell = tell;
  }

  start(queue: Article[]): void {
    void this.#open(queue, 0);
  }

  play(): void {
    const state = this.#state;
    if (!state || state.status === "playing" || state.status === "waiting") return;
    if (!state.voice) return void this.#open(state.queue, state.index);
    this.#hush();
    this.#show({ ...state, status: "playing" });
    this.#speak();
  }

  pause(): void {
    this.#hush();
    if (this.#state?.status === "playing") this.#show({ ...this.#state, status: "paused" });
  }

  stop(): void {
    this.#hush();
    clearTimeout(this.#sleepTimer);
    this.#state = undefined;
    this.#tell(undefined);
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
    const state = this.#state;
    if (state) void this.#open(state.queue, state.index + 1);
  }

  setRate(rate: number): void {
    keepRate(rate);
    if (this.#state?.voice) this.#goOn({ ...this.#state, rate });
  }

  setVoice(voiceURI: string): void {
    const state = this.#state;
    const voice = state?.voices.find((one) => one.voiceURI === voiceURI);
    if (!state || !voice) return;
    keepVoice(state.article.inLanguage, voiceURI);
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
    // While a voice is looked for, nothing is said that could fall silent.
    if (this.#state?.status !== "waiting") this.pause();
    if (this.#state) this.#show({ ...this.#state, sleep: 0 });
  }

  async #open(queue: Article[], index: number): Promise<void> {
    this.#hush();
    const turn = this.#turn;
    const article = queue[index];
    if (!article) return this.stop();
    const parts = spokenParts(article);
    const { rate } = listenSettings();
    const opened = { queue, index, article, parts, part: 0, sentence: 0, rate, sleep: this.#state?.sleep ?? 0 };
    this.#show({ ...opened, status: "waiting", voices: [], voice: undefined });
    const voices = await ownVoices(this.#synth, article.inLanguage);
    if (turn !== this.#turn) return;
    const voice = preferredVoice(voices, article.inLanguage);
    this.#show({ ...opened, status: voice ? "paused" : "voiceless", voices, voice });
    if (voice) this.play();
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
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = state.voice;
    utterance.lang = state.voice.lang;
    utterance.rate = state.rate;
    utterance.addEventListener("end", () => utterance === this.#utterance && this.#advance());
    utterance.addEventListener("error", ({ error }) => utterance === this.#utterance && this.#fail(error));
    this.#utterance = utterance;
    const say = () => {
      if (utterance !== this.#utterance) return;
      if (this.#synth.paused) this.#synth.resume();
      this.#synth.speak(utterance);
    };
    if (this.#rest > 0) setTimeout(say, this.#rest);
    else say();
    this.#rest = 0;
  }

  #advance(): void {
    const state = this.#state;
    if (!state) return;
    if (state.parts[state.part]?.sentences[state.sentence + 1] !== undefined) this.#show({ ...state, sentence: state.sentence + 1 });
    else if (state.part + 1 < state.parts.length) this.#show({ ...state, part: state.part + 1, sentence: 0 });
    else return state.sleep === "story" ? this.stop() : this.next();
    this.#speak();
  }

  /** Another page may take the voice, and a phone may want a touch first: then Play goes on. */
  #fail(error: SpeechSynthesisErrorCode): void {
    const passing = error === "interrupted" || error === "canceled" || error === "not-allowed";
    if (this.#state) this.#show({ ...this.#state, status: passing ? "paused" : "failed" });
  }

  #hush(): void {
    this.#turn += 1;
    this.#utterance = undefined;
    if (this.#synth.speaking || this.#synth.pending) this.#rest = REST;
    this.#synth.cancel();
  }

  #show(state: PlayerState): void {
    this.#state = state;
    this.#tell(state);
  }
}
