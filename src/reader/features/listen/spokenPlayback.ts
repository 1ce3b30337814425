import { keepRate, keepVoice } from "./listenSettings.ts";
import type { PlayerState, PlaybackHost } from "./playerState.ts";
import { Speaker } from "./speaker.ts";
import { ownVoices, preferredVoice } from "./voices.ts";

/**
 * Reads a story by a voice of the device, a sentence at a time: Chromium breaks off what takes longer
 * than 15 seconds, and a pause in the middle of speech loses the rest on Android.
 * So a pause hushes, and play says the sentence again.
 */
export class SpokenPlayback {
  readonly #synth: SpeechSynthesis | undefined;
  readonly #speaker: Speaker | undefined;
  readonly #host: PlaybackHost;
  /** Counts what was hushed, so that voices that arrive too late are known as such. */
  #turn = 0;

  /** @param synth undefined in a browser that reads nothing aloud: it has no voice for any story */
  constructor(synth: SpeechSynthesis | undefined, host: PlaybackHost) {
    this.#synth = synth;
    this.#speaker = synth && new Speaker(synth);
    this.#host = host;
  }

  /** Looks for a voice, and reads the story from the place that is shown. */
  async open(language: string): Promise<void> {
    if (!this.#synth) return this.#host.voiceless();
    const turn = this.#turn;
    const voices = await ownVoices(this.#synth, language);
    const state = this.#host.state();
    if (turn !== this.#turn || !state) return;
    const voice = preferredVoice(voices, language);
    if (!voice) return this.#host.voiceless();
    this.#host.show({ ...state, status: "paused", voices, voice });
    this.play();
  }

  play(): void {
    const state = this.#host.state();
    if (state) this.#goOn({ ...state, status: "playing" });
  }

  pause(): void {
    this.hush();
    const state = this.#host.state();
    if (state) this.#host.show({ ...state, status: "paused" });
  }

  hush(): void {
    this.#turn += 1;
    this.#speaker?.hush();
  }

  /** To the next paragraph, or back to the beginning of this one or the one before. @returns whether there is one */
  skip(step: 1 | -1): boolean {
    const state = this.#host.state();
    // While a voice is looked for, a step would be taken for the end of the search.
    if (!state?.voice) return true;
    const part = step < 0 && state.sentence > 0 ? state.part : Math.max(0, state.part + step);
    if (part >= state.parts.length) return false;
    this.#goOn({ ...state, part, sentence: 0 });
    return true;
  }

  setRate(rate: number): void {
    keepRate(rate);
    const state = this.#host.state();
    if (state?.voice) this.#goOn({ ...state, rate });
  }

  setVoice(voiceURI: string): void {
    const state = this.#host.state();
    const voice = state?.voices.find((one) => one.voiceURI === voiceURI);
    if (!state || !voice) return;
    keepVoice(voice.lang, voiceURI);
    this.#goOn({ ...state, voice });
  }

  /** Shows a new state, and speaks from there if it is one that speaks. */
  #goOn(state: PlayerState): void {
    this.hush();
    this.#host.show(state);
    if (state.status === "playing") this.#speak();
  }

  #speak(): void {
    const state = this.#host.state();
    const text = state?.parts[state.part]?.sentences[state.sentence];
    if (!state?.voice || text === undefined) return;
    const { voice, rate } = state;
    this.#speaker?.say(
      { text, voice, rate },
      () => this.#advance(),
      (error) => this.#fail(error),
    );
  }

  #advance(): void {
    const state = this.#host.state();
    if (!state) return;
    if (state.parts[state.part]?.sentences[state.sentence + 1] !== undefined) this.#host.show({ ...state, sentence: state.sentence + 1 });
    else if (state.part + 1 < state.parts.length) this.#host.show({ ...state, part: state.part + 1, sentence: 0 });
    else return this.#host.end();
    this.#speak();
  }

  /** Another page may take the voice, and a phone may want a touch first: then Play goes on. */
  #fail(error: SpeechSynthesisErrorCode): void {
    const passing = error === "interrupted" || error === "canceled" || error === "not-allowed";
    const state = this.#host.state();
    if (state) this.#host.show({ ...state, status: passing ? "paused" : "failed" });
  }
}
