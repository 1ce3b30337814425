import type { Browser } from "playwright-core";
import { fakeSpeech } from "../../reader/features/listen/fakeSpeech.ts";
import { alive } from "../journey.ts";
import type { Open } from "./everyButton.ts";
import { withLibrary } from "./fullLibrary.ts";
import { watchRegions } from "./liveRegions.ts";

/** As many as two cores can run. */
const SIDE_BY_SIDE = [1, 2, 3];

/** Functions that open the paper's pages, each in a separate browser profile, which is reset to a full library before each page. */
export async function readerOpeners(browser: Browser, address: string): Promise<Open[]> {
  const first = await browser.newContext();
  const kept = await withLibrary(first, address);
  await first.close();
  return Promise.all(
    SIDE_BY_SIDE.map(async (): Promise<Open> => {
      const context = await browser.newContext({
        reducedMotion: "reduce",
        serviceWorkers: "block",
        viewport: { width: 1280, height: 800 },
      });
      await context.addInitScript(fakeSpeech, { voices: [{ name: "Alan", lang: "en-GB" }] });
      await watchRegions(context);
      return async ({ path }) => {
        await context.setStorageState(kept);
        const page = await context.newPage();
        await page.goto(address + path.slice(1));
        await alive(page);
        return { page, close: () => page.close() };
      };
    }),
  );
}
