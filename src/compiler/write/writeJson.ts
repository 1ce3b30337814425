import { setImmediate } from "node:timers/promises";
import { dataFile, editionFile } from "#content/paths.ts";
import type { Linked } from "../link/link.ts";
import { addressOf, type PageAddress } from "../link/page.ts";
import type { Output } from "./output.ts";

/** Pages between two rests, in which a server in the same process can answer. */
const AT_A_TIME = 200;

/**
 * Writes the edition and the JSON of every page below data/. Keys stand in the
 * order in which link made them, so the same edition gives the same bytes.
 * @param onPage told after each page how many are written
 * @returns where all pages are, in the order of link
 */
export async function writeJson({ edition, pages }: Linked, output: Output, onPage: (done: number) => void): Promise<PageAddress[]> {
  output.write(`data/${editionFile}`, JSON.stringify(edition));
  const addresses: PageAddress[] = [];
  for (const page of pages) {
    output.write(`data/${decodeURIComponent(dataFile(page.path))}`, JSON.stringify(page.value));
    addresses.push(addressOf(page));
    onPage(addresses.length);
    if (addresses.length % AT_A_TIME === 0) await setImmediate();
  }
  return addresses;
}
