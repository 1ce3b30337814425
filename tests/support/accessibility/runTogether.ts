import type { Page } from "playwright-core";

/** Elements whose accessible name is their text, or that of a heading. */
const NAMED = "h1, h2, h3, h4, a, button, summary, label, legend, caption, th, [role=button], [aria-labelledby]";

/** Names that a screen reader reads as one word though two are shown: browsers drop a lone space between an element and a text. */
export async function runTogether(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const names = nodes.flatMap(({ ignored, name }) => (ignored || typeof name?.value !== "string" ? [] : [name.value]));
  const seen = new Map<string, Set<string>>();
  for (const text of await page.locator(NAMED).evaluateAll((all) => all.map((one) => (one instanceof HTMLElement ? one.innerText : "")))) {
    const forms = seen.get(letters(text)) ?? new Set();
    seen.set(letters(text), forms.add(spaced(text)));
  }
  return [...new Set(names)].filter((name) => seen.get(letters(name))?.has(spaced(name)) === false);
}

const letters = (text: string): string => text.toLowerCase().replace(/\s+/gu, "");
const spaced = (text: string): string => text.toLowerCase().trim().replace(/\s+/gu, " ");
