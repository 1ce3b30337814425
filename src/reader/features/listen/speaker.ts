/** How long to wait between cancelling and speaking again, in milliseconds: some devices drop what follows at once. */
const REST = 60;

type Said = { text: string; voice: SpeechSynthesisVoice; rate: number };

/** Says one sentence at a time. Events of a cancelled sentence are ignored. */
export class Speaker {
  readonly #synth: SpeechSynthesis;
  #rest = 0;
  /** The current utterance: events of older ones are ignored. Without a reference to it, Chromium may never fire its end event. */
  #utterance: SpeechSynthesisUtterance | undefined;

  constructor(synth: SpeechSynthesis) {
    this.#synth = synth;
  }

  say({ text, voice, rate }: Said, onEnd: () => void, onError: (error: SpeechSynthesisErrorCode) => void): void {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = rate;
    utterance.addEventListener("end", () => utterance === this.#utterance && onEnd());
    utterance.addEventListener("error", ({ error }) => utterance === this.#utterance && onError(error));
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

  cancel(): void {
    this.#utterance = undefined;
    if (this.#synth.speaking || this.#synth.pending) this.#rest = REST;
    this.#synth.cancel();
  }
}
