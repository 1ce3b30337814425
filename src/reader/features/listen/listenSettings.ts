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

type ListenSettings = v.InferOutput<typeof SettingsSchema>;

const STANDARD: ListenSettings = { rate: 1, voices: {} };

const settings = deviceValue<ListenSettings>(
  () => "broadsheet-listen",
  (found) => v.parse(v.fallback(SettingsSchema, STANDARD), found),
);

/** The reader's listening settings, kept on the device and nowhere else. */
export const listenSettings = settings.read;

export function keepRate(rate: number): void {
  settings.keep({ ...listenSettings(), rate });
}

export function keepVoice(language: string, voiceURI: string): void {
  const { rate, voices } = listenSettings();
  settings.keep({ rate, voices: { ...voices, [primaryLanguage(language)]: voiceURI } });
}
