import type { BrowserContext, Page } from "playwright-core";

/** Errors that stop a reader: they alone may interrupt. */
const MAY_INTERRUPT = "[role=alert]:is(:empty, :has(> .correction))";

/**
 * Regions that say too much: those that interrupt, results of forms (each change of
 * which is said), and those that came with their words already in them, which many
 * screen readers pass over. The first look at a page notes what is there.
 */
export async function liveRegions(page: Page): Promise<string[]> {
  return page.evaluate((mayInterrupt) => {
    const name = (element: Element) => element.outerHTML.slice(0, 160);
    const loud = [...document.querySelectorAll("[aria-live=assertive], [role=alert]")].filter((element) => !element.matches(mayInterrupt));
    const outputs = [...document.querySelectorAll("output")];
    const regions = [...document.querySelectorAll("[role=status], [role=log], [aria-live=polite]")];
    const isFirst = !document.documentElement.hasAttribute("data-regions");
    document.documentElement.setAttribute("data-regions", "");
    const born = isFirst ? [] : regions.filter((region) => !region.hasAttribute("data-region") && region.textContent.trim() !== "");
    for (const region of regions) region.setAttribute("data-region", "");
    return [
      ...loud.map((element) => `interrupts: ${name(element)}`),
      ...outputs.map((element) => `says every change: ${name(element)}`),
      ...born.map((element) => `was born with its words: ${name(element)}`),
    ];
  }, MAY_INTERRUPT);
}

/** Notes from now on, in every page of a browser, each region that comes with its words already in it. */
export async function watchRegions(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const born = new Set<string>();
    Object.assign(window, { bornWithWords: born });
    const regions = "[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])";
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof Element)
          for (const region of [node, ...node.querySelectorAll(regions)])
            if (region.isConnected && region.matches(regions) && region.textContent.trim() !== "")
              born.add(`was born with its words: ${region.outerHTML.slice(0, 160)}`);
    }).observe(document, { childList: true, subtree: true });
  });
}

/** What `watchRegions` has noted in this page. */
export function bornWithWords(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(Reflect.get(window, "bornWithWords") ?? [])]);
}
