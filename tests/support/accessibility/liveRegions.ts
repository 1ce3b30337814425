import type { Page } from "playwright-core";

/** Errors that stop a reader: they alone may interrupt. */
const MAY_INTERRUPT = ".correction";

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
