import * as v from "valibot";
import { deviceValue } from "../../device/deviceValue.ts";
import { primaryLanguage } from "./primaryLanguage.ts";

/** The speeds that the reader can choose. 1 is the voice's normal speed. */
export const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2];

const SettingsSchema = v.object({
  rate: v.fallback(v.picklist(RATES), 1),
  /** The URI of the voice chosen for each language. */
  voices: v.fallback(v.record(v.string(), v.string()), {}),
});

type VoiceSettings = v.InferOutput<typeof SettingsSchema>;

const STANDARD: VoiceSettings = { rate: 1, voices: {} };

const settings = deviceValue<VoiceSettings>(
  () => "broadsheet-listen",
  (found) => v.parse(v.fallback(SettingsSchema, STANDARD), found),
);

/** The speed and voices that the reader has chosen, kept on the device and nowhere else. */
export const voiceSettings = settings.read;

export function keepRate(rate: number): void {
  settings.keep({ ...voiceSettings(), rate });
}

export function keepVoice(language: string, voiceURI: string): void {
  const { rate, voices } = voiceSettings();
  settings.keep({ rate, voices: { ...voices, [primaryLanguage(language)]: voiceURI } });
}
