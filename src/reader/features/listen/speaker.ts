/** How long the device rests between being hushed and speaking again, in milliseconds: some lose what comes at once. */
const REST = 60;

type Said = { text: string; voice: SpeechSynthesisVoice; rate: number };

/** Says one sentence at a time. What was hushed is never heard of again. */
export class Speaker {
  readonly #synth: SpeechSynthesis;
  #rest = 0;
  /** What is being said: events of anything older count for nothing. Chromium also forgets to tell the end of what nobody holds. */
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

  hush(): void {
    this.#utterance = undefined;
    if (this.#synth.speaking || this.#synth.pending) this.#rest = REST;
    this.#synth.cancel();
  }
}
