import type { Page } from "playwright-core";

/** Selects some words of a paragraph, as with a mouse, and leaves the focus as that would. */
export async function selectWords(page: Page, selector: string, words: string): Promise<void> {
  const paragraph = page.locator(selector);
  await paragraph.evaluate(async (one) => {
    // A font that loads in between would shift the words after they are measured.
    await document.fonts.ready;
    one.scrollIntoView({ block: "center" });
  });
  const [from, to] = await paragraph.evaluate((one, text) => {
    const node = [...one.childNodes].find((child) => child.textContent?.includes(text));
    const start = node?.textContent?.indexOf(text) ?? 0;
    const range = document.createRange();
    if (node) range.setStart(node, start);
    if (node) range.setEnd(node, start + text.length);
    const { left, right, top, height } = range.getBoundingClientRect();
    return [
      { x: left + 1, y: top + height / 2 },
      { x: right - 1, y: top + height / 2 },
    ];
  }, words);
  if (!from || !to) throw new Error(`"${words}" is not in ${selector}.`);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}
