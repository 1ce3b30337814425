import { setImmediate } from "node:timers/promises";
import { PAGE_SIZE } from "#content/listPage.ts";
import { dataFile, editionFile } from "#content/paths.ts";
import type { Linked } from "../link/link.ts";
import { addressOf, type PageAddress } from "../link/page.ts";
import type { Output } from "./output.ts";
import type { OnDone } from "./progress.ts";

/** Pages between two rests, in which a server in the same process can answer. */
const AT_A_TIME = 200;

/**
 * Writes the edition and the JSON of every page below data/. Keys stand in the
 * order in which link made them, so the same edition gives the same bytes.
 * @returns where all pages are, in the order of link
 */
export async function writeJson(linked: Linked, output: Output, onPage: OnDone): Promise<PageAddress[]> {
  output.write(`data/${editionFile}`, JSON.stringify(linked.edition));
  const total = about(linked);
  const addresses: PageAddress[] = [];
  for (const page of linked.pages) {
    output.write(`data/${decodeURIComponent(dataFile(page.path))}`, JSON.stringify(page.value));
    addresses.push(addressOf(page));
    onPage(Math.min(addresses.length, total), total);
    if (addresses.length % AT_A_TIME === 0) await setImmediate();
  }
  return addresses;
}

/** How many pages there will be, but for the few of the A to Z and the archive. */
function about({ stories, lists }: Linked): number {
  return stories.length + lists.reduce((sum, list) => sum + 1 + Math.floor(list.stories.length / PAGE_SIZE), 1);
}
