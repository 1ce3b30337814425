import { keepRate, keepVoice } from "./voiceSettings.ts";
import type { PlayerState, PlaybackHost } from "./playerState.ts";
import { Speaker } from "./speaker.ts";
import { ownVoices, preferredVoice } from "./voices.ts";

/**
 * Reads a story with a voice of the device, a sentence at a time: Chromium cuts off an utterance after
 * 15 seconds, and on Android pausing one loses the rest. So pause cancels the sentence, and play
 * says it again.
 */
export class SpokenPlayback {
  readonly #synth: SpeechSynthesis | undefined;
  readonly #speaker: Speaker | undefined;
  readonly #host: PlaybackHost;
  /** Counts cancellations, so that a voice that is found too late is recognised. */
  #turn = 0;

  /** @param synth undefined in a browser that cannot read aloud, and so has no voice for any story */
  constructor(synth: SpeechSynthesis | undefined, host: PlaybackHost) {
    this.#synth = synth;
    this.#speaker = synth && new Speaker(synth);
    this.#host = host;
  }

  /** Looks for a voice, and reads the story from the current place. */
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
    if (state) this.#continueWith({ ...state, status: "playing" });
  }

  pause(): void {
    this.cancel();
    const state = this.#host.state();
    if (state) this.#host.show({ ...state, status: "paused" });
  }

  cancel(): void {
    this.#turn += 1;
    this.#speaker?.cancel();
  }

  /** Goes to the next paragraph, or back to the start of this one or the previous one. @returns whether there is one */
  skip(step: 1 | -1): boolean {
    const state = this.#host.state();
    // A skip would cancel the search for a voice.
    if (!state?.voice) return true;
    const part = step < 0 && state.sentence > 0 ? state.part : Math.max(0, state.part + step);
    if (part >= state.parts.length) return false;
    this.#continueWith({ ...state, part, sentence: 0 });
    return true;
  }

  setRate(rate: number): void {
    keepRate(rate);
    const state = this.#host.state();
    if (state?.voice) this.#continueWith({ ...state, rate });
  }

  setVoice(voiceURI: string): void {
    const state = this.#host.state();
    const voice = state?.voices.find((candidate) => candidate.voiceURI === voiceURI);
    if (!state || !voice) return;
    keepVoice(voice.lang, voiceURI);
    this.#continueWith({ ...state, voice });
  }

  /** Shows a new state, and speaks from there if it is playing. */
  #continueWith(state: PlayerState): void {
    this.cancel();
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

  /** Another page may take over speech, and a phone may require a touch first: then it pauses, and Play continues. */
  #fail(error: SpeechSynthesisErrorCode): void {
    const passing = error === "interrupted" || error === "canceled" || error === "not-allowed";
    const state = this.#host.state();
    if (state) this.#host.show({ ...state, status: passing ? "paused" : "failed" });
  }
}
