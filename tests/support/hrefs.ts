import type { Locator } from "playwright-core";

/** Where links lead, as they are written. */
export function hrefs(links: Locator): Promise<string[]> {
  return links.evaluateAll((elements) => elements.map((element) => element.getAttribute("href") ?? ""));
}
