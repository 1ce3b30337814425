export type FakeVoice = { name: string; lang: string; localService?: boolean; default?: boolean };

export type FakeSpeech = {
  /** What was spoken, in order. A volume of 0 is not heard. */
  said: { text: string; rate: number; voice: string | undefined; volume: number }[];
  /** Ends what is being said, as a voice does that has read its sentence. */
  finish: () => void;
  /** Breaks off what is being said, with the error that a browser tells. */
  fail: (error: string) => void;
  /** Finds the voices, where they are late. */
  find: () => void;
};

type Options = {
  voices: FakeVoice[];
  /** How long a sentence takes, in milliseconds. Left out, each is spoken until `finish`. */
  takes?: number;
  /** After how long the voices are found, in milliseconds; Infinity waits for `find`. */
  late?: number;
};

/**
 * Stands in for the device's speech. The function is whole in itself, so that its
 * text can be handed to a real browser as well.
 */
export function fakeSpeech({ voices, takes, late }: Options): FakeSpeech {
  class Utterance extends EventTarget {
    text: string;
    lang = "";
    rate = 1;
    volume = 1;
    voice: { name: string } | null = null;

    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  const target = new EventTarget();
  const said: FakeSpeech["said"] = [];
  let current: Utterance | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let found = late === undefined;
  const all = voices.map((voice) => ({ localService: true, default: false, voiceURI: `urn:${voice.name}`, ...voice }));
  const end = (event: Event) => {
    const utterance = current;
    current = undefined;
    clearTimeout(timer);
    utterance?.dispatchEvent(event);
  };
  const finish = () => end(new Event("end"));
  const find = () => {
    found = true;
    target.dispatchEvent(new Event("voiceschanged"));
  };
  const fail = (error: string) => end(Object.assign(new Event("error"), { error }));
  const synth = {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    get speaking() {
      return current !== undefined;
    },
    pending: false,
    paused: false,
    getVoices: () => (found ? all : []),
    speak(utterance: Utterance) {
      const { text, rate, volume } = utterance;
      said.push({ text, rate, voice: utterance.voice?.name, volume });
      current = utterance;
      if (takes !== undefined) timer = setTimeout(finish, takes);
    },
    cancel: () => fail("canceled"),
    pause() {},
    resume() {},
    said,
    finish,
    fail,
    find,
  };
  if (late !== undefined && late !== Infinity) setTimeout(find, late);
  Object.defineProperty(window, "speechSynthesis", { value: synth, configurable: true });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance, configurable: true });
  return synth;
}
