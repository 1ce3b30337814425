import type { Browser } from "playwright-core";
import { type Load, measuredLoad } from "./measuredLoad.ts";
import { measuredMoves } from "./measuredMoves.ts";
import type { Pages } from "./pages.ts";
import { newPhone } from "./phone.ts";

/** One round's figures by their names. */
export type SiteFigures = Record<string, number>;

/** Where an edition is served: as it is, and without pictures. */
export type Origins = { illustrated: string; plain: string };

/** Everything once, each first visit by a phone of its own. */
export async function measuredSite(browser: Browser, { illustrated, plain }: Origins, pages: Pages): Promise<SiteFigures> {
  const figures: SiteFigures = {};
  const visits = {
    front: plain + pages.front,
    topic: plain + pages.topic,
    article: plain + pages.article,
    "front, pictures": illustrated + pages.front,
    "topic, pictures": illustrated + pages.topic,
    "article, picture": illustrated + pages.withPicture,
  };
  for (const [name, url] of Object.entries(visits)) {
    const phone = await newPhone(browser);
    note(figures, name, await measuredLoad(phone, url));
    if (name === "article") note(figures, "article again", await measuredLoad(phone, url));
    await phone.close();
  }
  const phone = await newPhone(browser);
  for (const [name, value] of Object.entries(await measuredMoves(phone, illustrated, pages))) figures[`moves: ${name}`] = value;
  await phone.close();
  return figures;
}

function note(figures: SiteFigures, page: string, load: Load): void {
  for (const [name, value] of Object.entries(load)) figures[`${page}: ${name}`] = value;
}
