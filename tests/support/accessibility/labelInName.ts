import type { Page } from "playwright-core";

/** Controls whose accessible name lacks their visible text (WCAG 2.5.3), which people say to control the page by voice. */
export async function labelInName(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
    const seen = (element: Element): string =>
      [...element.childNodes]
        .map((node) => {
          if (node instanceof Text) return node.data;
          if (!(node instanceof Element) || node.matches(".unseen, [aria-hidden=true], svg, kbd, input") || !node.checkVisibility())
            return "";
          return ` ${seen(node)} `;
        })
        .join("");
    const named = [
      ...document.querySelectorAll<HTMLElement>(":is(a, button, summary, [role=button])[aria-label], label:has(input[aria-label])"),
    ];
    return named
      .filter((element) => element.checkVisibility())
      .flatMap((element) => {
        const name = element.ariaLabel ?? element.querySelector("input")?.ariaLabel ?? "";
        const words = plain(seen(element));
        // A sample of the choice, such as a letter in its size, is not text.
        return words.length < 2 || plain(name).includes(words) ? [] : [`"${words}" is named "${name}"`];
      });
  });
}
