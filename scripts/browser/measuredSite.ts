import type { Browser } from "playwright-core";
import { type Load, measuredLoad } from "./measuredLoad.ts";
import { measuredMoves } from "./measuredMoves.ts";
import type { Pages } from "./pages.ts";
import { newPhone } from "./phone.ts";

/** One round's figures by their names. */
export type SiteFigures = Record<string, number>;

/** Everything once, each first visit by a phone of its own. */
export async function measuredSite(browser: Browser, origin: string, pages: Pages): Promise<SiteFigures> {
  const figures: SiteFigures = {};
  for (const [name, path] of Object.entries(pages)) {
    const phone = await newPhone(browser);
    note(figures, name, await measuredLoad(phone, origin + path));
    if (name === "article") note(figures, "article again", await measuredLoad(phone, origin + path));
    await phone.close();
  }
  const phone = await newPhone(browser);
  for (const [name, value] of Object.entries(await measuredMoves(phone, origin, pages))) figures[`moves: ${name}`] = value;
  await phone.close();
  return figures;
}

function note(figures: SiteFigures, page: string, load: Load): void {
  for (const [name, value] of Object.entries(load)) figures[`${page}: ${name}`] = value;
}
