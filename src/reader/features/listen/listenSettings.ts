import * as v from "valibot";
import { primaryLanguage } from "./primaryLanguage.ts";

const KEY = "broadsheet-listen";

/** How fast a voice can be asked to speak. 1 is its own pace. */
export const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2];

const SettingsSchema = v.object({
  rate: v.fallback(v.picklist(RATES), 1),
  /** The voice that was chosen for a language, by its URI. */
  voices: v.fallback(v.record(v.string(), v.string()), {}),
});

type ListenSettings = v.InferOutput<typeof SettingsSchema>;

const STANDARD: ListenSettings = { rate: 1, voices: {} };

/** What holds where the device keeps nothing. */
let current: ListenSettings | undefined;

/** How this reader listens. It is kept on the device, and nowhere else. */
export function listenSettings(): ListenSettings {
  current ??= v.parse(v.fallback(SettingsSchema, STANDARD), stored());
  return current;
}

export function keepRate(rate: number): void {
  keep({ ...listenSettings(), rate });
}

export function keepVoice(language: string, voiceURI: string): void {
  const { rate, voices } = listenSettings();
  keep({ rate, voices: { ...voices, [primaryLanguage(language)]: voiceURI } });
}

function keep(settings: ListenSettings): void {
  current = settings;
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage may be denied or full: then the choice lasts as long as the page.
  }
}

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    return undefined;
  }
}
