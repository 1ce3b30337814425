import type { Locator } from "playwright-core";

/** The `href` of each link, as written. */
export function hrefs(links: Locator): Promise<string[]> {
  return links.evaluateAll((elements) => elements.map((element) => element.getAttribute("href") ?? ""));
}
