import type { BrowserContext } from "playwright-core";
import { fakeSpeech } from "../../reader/features/listen/fakeSpeech.ts";

/** A browser with voices, since a test machine has none. */
export const voiced = (context: BrowserContext) =>
  context.addInitScript(fakeSpeech, { voices: ["en-US", "de-DE", "ar-SA"].map((lang) => ({ name: lang, lang })), late: 0 });
