import { setImmediate } from "node:timers/promises";
import { PAGE_SIZE } from "#content/listPage.ts";
import { dataFile, editionFile, htmlFile } from "#content/paths.ts";
import type { Linked } from "../link/link.ts";
import { addressOf, type Page, type PageAddress } from "../link/page.ts";
import { pageDigest } from "../link/pageDigest.ts";
import type { PageMemory } from "../state/PageMemory.ts";
import type { Output } from "./output.ts";
import type { OnDone } from "./progress.ts";

/** Makes the HTML of pages. What it depends on besides the page's value is told by `dependsOn`. */
export type Printer = { print: (page: Page) => Promise<string>; dependsOn: (kind: Page["kind"]) => string };

/** Pages between two rests, in which a server in the same process can answer. */
const AT_A_TIME = 200;

/**
 * Writes the edition and the JSON of every page below data/, and where there is
 * a printer the page itself. Keys stand in the order in which link made them, so
 * the same edition gives the same bytes. A page that shows what it showed is
 * neither written nor printed again.
 * @returns where all pages are, in the order of link
 */
export async function writePages(
  linked: Linked,
  output: Output,
  onPage: OnDone,
  { memory, printer }: { memory?: PageMemory | undefined; printer?: Printer | undefined } = {},
): Promise<PageAddress[]> {
  output.write(`data/${editionFile}`, JSON.stringify(linked.edition));
  const total = about(linked);
  const addresses: PageAddress[] = [];
  for (const page of linked.pages) {
    const known = memory && pageDigest(page);
    writeData(page, output, memory?.isSame(page.path, known ?? ""));
    if (printer) {
      const isSame = memory?.isSame(`html ${page.path}`, `${known} ${printer.dependsOn(page.kind)}`);
      const file = htmlFile(page.path);
      if (!isSame || !output.keep(file)) output.write(file, await printer.print(page));
    }
    addresses.push(addressOf(page));
    onPage(Math.min(addresses.length, total), total);
    if (addresses.length % AT_A_TIME === 0) await setImmediate();
  }
  return addresses;
}

function writeData(page: Page, output: Output, isSame = false): void {
  const file = `data/${decodeURIComponent(dataFile(page.path))}`;
  if (!isSame || !output.keep(file)) output.write(file, JSON.stringify(page.value));
}

/** How many pages there will be, but for the few of the A to Z and the archive. */
function about({ stories, lists }: Linked): number {
  return stories.length + lists.reduce((sum, list) => sum + 1 + Math.floor(list.stories.length / PAGE_SIZE), 1);
}
