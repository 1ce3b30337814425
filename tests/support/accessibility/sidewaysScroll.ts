import type { Page } from "playwright-core";

/** Whether the page is wider than the window, and which elements overflow it. */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 1);
    return [
      `${document.documentElement.scrollWidth - width} px too wide`,
      ...wide.slice(-3).map(({ outerHTML }) => outerHTML.slice(0, 200)),
    ];
  });
}
