import * as v from "valibot";
import { deviceValue } from "../../device/deviceValue.ts";
import { primaryLanguage } from "./primaryLanguage.ts";

/** How fast a voice can be asked to speak. 1 is its own pace. */
export const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2];

const SettingsSchema = v.object({
  rate: v.fallback(v.picklist(RATES), 1),
  /** The voice that was chosen for a language, by its URI. */
  voices: v.fallback(v.record(v.string(), v.string()), {}),
});

type ListenSettings = v.InferOutput<typeof SettingsSchema>;

const STANDARD: ListenSettings = { rate: 1, voices: {} };

const settings = deviceValue<ListenSettings>(
  () => "broadsheet-listen",
  (found) => v.parse(v.fallback(SettingsSchema, STANDARD), found),
);

/** How this reader listens. It is kept on the device, and nowhere else. */
export const listenSettings = settings.read;

export function keepRate(rate: number): void {
  settings.keep({ ...listenSettings(), rate });
}

export function keepVoice(language: string, voiceURI: string): void {
  const { rate, voices } = listenSettings();
  settings.keep({ rate, voices: { ...voices, [primaryLanguage(language)]: voiceURI } });
}
