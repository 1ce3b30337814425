import type { BrowserContext, Page } from "playwright-core";

/** Errors that block a reader: only these may interrupt (assertive). */
const MAY_INTERRUPT = "[role=alert]:is(:empty, :has(> .correction))";

/**
 * Live regions that say too much or nothing: assertive ones, those that are switched off, toasts outside of them, results of forms (each change of
 * which is read), and those that were added with their text, which many
 * screen readers ignore. The first check of a page records what is there.
 */
export async function liveRegions(page: Page): Promise<string[]> {
  return page.evaluate((mayInterrupt) => {
    const name = (element: Element) => element.outerHTML.slice(0, 160);
    const loud = [...document.querySelectorAll("[aria-live=assertive], [role=alert]")].filter((element) => !element.matches(mayInterrupt));
    const outputs = [...document.querySelectorAll("output")];
    const mute = [...document.querySelectorAll("[role=status], [role=alert], [role=log]")].filter(
      (element) => element.closest("[aria-live=off], [aria-hidden=true]") !== null || element.ariaBusy === "true",
    );
    const unsaid = [...document.querySelectorAll(".toast")].filter(
      (element) => element.closest("[aria-live=polite], [role=status]")?.closest("[aria-live=off], [aria-hidden=true]") !== null,
    );
    const regions = [...document.querySelectorAll("[role=status], [role=log], [aria-live=polite]")];
    const isFirst = !document.documentElement.hasAttribute("data-regions");
    document.documentElement.setAttribute("data-regions", "");
    const born = isFirst ? [] : regions.filter((region) => !region.hasAttribute("data-region") && region.textContent.trim() !== "");
    for (const region of regions) region.setAttribute("data-region", "");
    return [
      ...loud.map((element) => `interrupts: ${name(element)}`),
      ...mute.map((element) => `says nothing: ${name(element)}`),
      ...unsaid.map((element) => `is not said: ${name(element)}`),
      ...outputs.map((element) => `says every change: ${name(element)}`),
      ...born.map((element) => `was born with its words: ${name(element)}`),
    ];
  }, MAY_INTERRUPT);
}

/** Records from now on, in every page of a browser, each live region that is added with its text. */
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

/** What `watchRegions` has recorded in this page. */
export function bornWithWords(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(Reflect.get(window, "bornWithWords") ?? [])]);
}
