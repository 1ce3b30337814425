import { voiceSettings } from "./voiceSettings.ts";
import { primaryLanguage } from "./primaryLanguage.ts";

/** How long a browser may take to find its voices, in milliseconds. Chromium returns none at the first call. */
const LATE = 2000;

/**
 * The voices of the device itself for a language, the best match first. A voice
 * that is not local sends the text to a service on the network, so it is never used.
 * @param language a BCP 47 tag: "de", "de-AT"
 */
export async function ownVoices(synth: SpeechSynthesis, language: string): Promise<SpeechSynthesisVoice[]> {
  if (synth.getVoices().length === 0) await voicesFound(synth);
  return synth
    .getVoices()
    .filter((voice) => voice.localService && primaryLanguage(voice.lang) === primaryLanguage(language))
    .toSorted((a, b) => fitness(b, language) - fitness(a, language));
}

/** The voice that the reader has chosen for this language, otherwise the best match. */
export function preferredVoice(voices: SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | undefined {
  const chosen = voiceSettings().voices[primaryLanguage(language)];
  return voices.find((voice) => voice.voiceURI === chosen) ?? voices[0];
}

function voicesFound(synth: SpeechSynthesis): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      synth.removeEventListener("voiceschanged", done);
      resolve();
    };
    const timer = setTimeout(done, LATE);
    synth.addEventListener("voiceschanged", done);
  });
}

/** A match with the text's region counts most, then the device's default voice, then the reader's own regions. */
function fitness({ lang, default: standard }: SpeechSynthesisVoice, language: string): number {
  const spoken = tag(lang);
  return (spoken === tag(language) ? 4 : 0) + (standard ? 2 : 0) + (navigator.languages.some((known) => tag(known) === spoken) ? 1 : 0);
}

/** Android writes "en_US". */
function tag(language: string): string {
  return language.replace("_", "-").toLowerCase();
}
