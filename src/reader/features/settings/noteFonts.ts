import { storeItem } from "../../store/storage.ts";
import { fontsKey } from "./fontsKey.ts";

/** Notes on the device that the fonts are on it: the next page is set in them at once. */
export async function noteFonts(): Promise<void> {
  await document.fonts.ready;
  // Where their style sheet did not come, nothing was asked for, and that is ready too.
  if (!performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".woff2"))) return;
  // Where nothing can be kept, fonts come after the first paint each time.
  storeItem("localStorage", fontsKey, "1");
}
