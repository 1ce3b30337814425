import { setImmediate } from "node:timers/promises";
import { PAGE_SIZE } from "#content/pages/listPage.ts";
import { inEdition } from "#content/edition/editions.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import type { PageKind } from "#content/pages/pages.ts";
import { dataFile, editionFile, editionFolder, htmlFile } from "#content/paths.ts";
import type { Linked } from "../link/link.ts";
import type { OtherEdition } from "../link/linkSite.ts";
import { addressOf, type LinkedPage, type PageAddress } from "../link/page.ts";
import { pageDigest } from "../link/pageDigest.ts";
import { digest } from "../state/digest.ts";
import type { PageMemory } from "../state/PageMemory.ts";
import type { Output } from "./output.ts";
import type { PageWork, Press } from "./press.ts";
import type { OnDone } from "./progress.ts";

/** Pages between two rests, in which a server in the same process can answer. */
const AT_A_TIME = 200;

/**
 * Writes the edition and the JSON of every page below data/, and where the press
 * makes HTML the page itself. Keys stand in the order in which link made them, so
 * the same edition gives the same bytes. A page that shows what it showed is
 * neither written nor printed again.
 * @returns where all pages are in the site: front pages, stories, then the others, each kind in the order of link
 */
export async function writePages(
  linked: Linked,
  output: Pick<Output, "write" | "expect" | "keep">,
  press: Press,
  memory: PageMemory | undefined,
  onPage: OnDone,
  others: OtherEdition[] = [],
): Promise<PageAddress[]> {
  const editions = [linked.edition, ...others.map((other) => other.linked.edition)];
  for (const [at, edition] of editions.entries())
    output.write(`data/${editionFolder(others[at - 1]?.place.prefix)}${editionFile}`, JSON.stringify(edition));
  const total = about(linked) + others.reduce((sum, other) => sum + about(other.linked), 0);
  const places = linked.edition.editions ?? [];
  const addresses: PageAddress[] = [];
  const dependsOn = dependencies(press);
  for (const page of linked.pages) {
    const { data, html } = filesToMake(page, places, output, dependsOn(page.kind), memory);
    if (data !== undefined || html !== undefined)
      await press.take({ type: "page", kind: page.kind, path: page.path, json: JSON.stringify(page.value), data, html });
    addresses.push(addressOf(page));
    onPage(Math.min(addresses.length, total), total);
    if (addresses.length % AT_A_TIME === 0) await setImmediate();
  }
  return inOrder(addresses);
}

/** Front pages first, then stories: so the sitemap has them. */
function inOrder(addresses: PageAddress[]): PageAddress[] {
  const byPlace: [PageAddress[], PageAddress[], PageAddress[]] = [[], [], []];
  for (const address of addresses) byPlace[address.kind === "front" ? 0 : address.kind === "article" ? 1 : 2].push(address);
  return byPlace.flat();
}

/** Which files of a page are not there as they must be. */
function filesToMake(
  page: LinkedPage,
  places: LanguageEdition[],
  output: Pick<Output, "expect" | "keep">,
  others: string | undefined,
  memory: PageMemory | undefined,
): Pick<PageWork, "data" | "html"> {
  const known = memory && ((page.isAsBefore ? memory.before(page.path) : undefined) ?? pageDigest(page));
  const needed = (part: string, digest: string | undefined, file: string): string | undefined => {
    if (memory?.isSame(part, digest ?? "") && output.keep(file)) return undefined;
    output.expect(file);
    return file;
  };
  const { edition, path } = inEdition(places, page.path);
  return {
    data: needed(page.path, known, `data/${editionFolder(edition?.prefix)}${decodeURIComponent(dataFile(path))}`),
    html: others === undefined ? undefined : needed(`html ${page.path}`, `${known} ${others}`, htmlFile(page.path)),
  };
}

/** What pages of each kind depend on besides their values, in short: it is the same for all of a kind, and kept for each. */
function dependencies(press: Press): (kind: PageKind) => string | undefined {
  const known = new Map<PageKind, string | undefined>();
  return (kind) => {
    if (!known.has(kind)) {
      const others = press.dependsOn(kind);
      known.set(kind, others === undefined ? undefined : digest(others));
    }
    return known.get(kind);
  };
}

/** How many pages there will be, but for the few of the A to Z and the archive. */
function about({ stories, lists }: Pick<Linked, "stories" | "lists">): number {
  return stories.length + lists.reduce((sum, list) => sum + 1 + Math.floor(list.stories.length / PAGE_SIZE), 1);
}
