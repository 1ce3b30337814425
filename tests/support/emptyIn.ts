import type { Page } from "playwright-core";

/** Of each row how tall the emptiest end of a column is, and how much of its last line is left over, in pixels. */
export function emptyIn(page: Page): Promise<{ row: string; below: number; beside: number }[]> {
  return page.locator("main .row").evaluateAll((rows) => {
    const endOf = (part: Element) => (document.dir === "rtl" ? -part.getBoundingClientRect().left : part.getBoundingClientRect().right);
    return rows.map((row) => {
      const cells = [...row.children].map((cell) => {
        const ends = [...cell.children].map((part) => part.getBoundingClientRect().bottom);
        // Beside a picture it is the words that may end early.
        const words = [...cell.children].filter(({ tagName }) => tagName !== "PICTURE").map((part) => part.getBoundingClientRect().bottom);
        const { bottom } = cell.getBoundingClientRect();
        return { below: bottom - Math.min(Math.max(...ends), Math.max(...words)), end: endOf(cell) };
      });
      return {
        row: `${row.className}: ${row.parentElement?.getAttribute("aria-labelledby") ?? "top"}`,
        below: Math.max(...cells.map(({ below }) => below)),
        beside: endOf(row) - 4 - (cells.at(-1)?.end ?? 0),
      };
    });
  });
}
