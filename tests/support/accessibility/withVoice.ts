import type { Page } from "playwright-core";
import { fakeSpeech } from "../../reader/features/listen/fakeSpeech.ts";
import { alive } from "../journey.ts";

/** The page in a browser with a voice, since a test machine has none. */
export async function withVoice(page: Page): Promise<Page> {
  await page.context().addInitScript(fakeSpeech, { voices: ["en-US", "de-DE", "ar-SA"].map((lang) => ({ name: lang, lang })), late: 0 });
  await page.reload();
  await alive(page);
  return page;
}
