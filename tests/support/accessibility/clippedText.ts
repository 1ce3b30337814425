import type { Page } from "playwright-core";

/** The text spacing of WCAG 1.4.12. */
const SPACED = `
  body :not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Letters twice as large (WCAG 1.4.4), as a browser enlarges letters alone. */
const LARGE = ":root { font-size: 200% !important }";

/** Texts, of the open dialog if there is one, that are clipped with more space between lines, letters and words, and elements that then overflow the page. */
export const clippedText = (page: Page): Promise<string[]> => clippedWith(page, SPACED);

/** The same with letters twice as large. */
export const clippedWhenLarge = (page: Page): Promise<string[]> => clippedWith(page, LARGE);

async function clippedWith(page: Page, styles: string): Promise<string[]> {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
    const cut = [...(dialog ?? document.body).querySelectorAll<HTMLElement>("*")].filter((element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      // Visually hidden text is one pixel wide on purpose, and a story in pages goes on in the next column.
      if (
        clipPath !== "none" ||
        element.closest(".unseen, svg, picture") ||
        element.matches("[data-pages] main > .story") ||
        element.textContent.trim() === ""
      )
        return false;
      const across = ["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + 2;
      const down = ["hidden", "clip"].includes(overflowY) && element.scrollHeight > element.clientHeight + 2;
      return element.clientHeight > 0 && (across || down);
    });
    const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    document.adoptedStyleSheets.pop();
    return [...cut.map(({ outerHTML }) => `cut: ${outerHTML.slice(0, 200)}`), ...(wider > 0 ? [`${wider} px too wide`] : [])];
  }, styles);
}
