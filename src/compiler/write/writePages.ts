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
import type { Output } from "../output/output.ts";
import type { PageWork, Renderer } from "./renderFiles.ts";
import type { OnDone } from "../output/buildProgress.ts";

/** The number of pages after which the event loop gets a turn, so that a server in the same process can answer. */
const AT_A_TIME = 200;

/**
 * Writes the edition and the JSON of every page below data/, and the page itself
 * if the renderer makes HTML. Keys are in the order in which link made them, so the
 * same edition gives the same bytes. An unchanged page is neither written nor
 * rendered again.
 * @returns the addresses of all pages in the site: front pages, stories, then the others, each kind in the order of link
 */
export async function writePages(
  linked: Linked,
  output: Pick<Output, "write" | "expect" | "keep">,
  renderer: Renderer,
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
  const kindOf = kinds(renderer, memory);
  for (const page of linked.pages) {
    const { data, html } = filesToMake(page, places, output, kindOf(page.kind), memory);
    if (data !== undefined || html !== undefined)
      await renderer.take({ type: "page", kind: page.kind, path: page.path, json: JSON.stringify(page.value), data, html });
    addresses.push(addressOf(page));
    onPage(Math.min(addresses.length, total), total);
    if (addresses.length % AT_A_TIME === 0) await setImmediate();
  }
  return inOrder(addresses);
}

/** Front pages first, then stories: the order of the sitemap. */
function inOrder(addresses: PageAddress[]): PageAddress[] {
  const byPlace: [PageAddress[], PageAddress[], PageAddress[]] = [[], [], []];
  for (const address of addresses) byPlace[address.kind === "front" ? 0 : address.kind === "article" ? 1 : 2].push(address);
  return byPlace.flat();
}

/** The files of a page that are missing or have changed. */
function filesToMake(
  page: LinkedPage,
  places: LanguageEdition[],
  output: Pick<Output, "expect" | "keep">,
  kind: Kind,
  memory: PageMemory | undefined,
): Pick<PageWork, "data" | "html"> {
  const isSame = memory?.isSame(page.path, (page.isAsBefore ? memory.before(page.path) : undefined) ?? pageDigest(page)) === true;
  const needed = (isKept: boolean, file: string): string | undefined => {
    if (isKept && output.keep(file)) return undefined;
    output.expect(file);
    return file;
  };
  const { edition, path } = inEdition(places, page.path);
  return {
    data: needed(isSame, `data/${editionFolder(edition?.prefix)}${decodeURIComponent(dataFile(path))}`),
    html: kind.isRendered ? needed(isSame && kind.isSame, htmlFile(page.path)) : undefined,
  };
}

/** Whether pages of a kind have HTML, and whether what it depends on besides their values is as in the previous build. */
type Kind = { isRendered: boolean; isSame: boolean };

function kinds(renderer: Renderer, memory: PageMemory | undefined): (kind: PageKind) => Kind {
  const known = new Map<PageKind, Kind>();
  return (kind) => {
    const found = known.get(kind);
    if (found) return found;
    const others = renderer.dependsOn(kind);
    const isRendered = others !== undefined;
    const now = { isRendered, isSame: isRendered && memory?.isSame(`html of ${kind}`, digest(others)) === true };
    known.set(kind, now);
    return now;
  };
}

/** About how many pages there will be: the few of the A to Z and the archive are not counted. */
function about({ stories, lists }: Pick<Linked, "stories" | "lists">): number {
  return stories.length + lists.reduce((sum, list) => sum + 1 + Math.floor(list.stories.length / PAGE_SIZE), 1);
}
