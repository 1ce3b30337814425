import type { Page } from "playwright-core";

/** Opens the current story again, in pages. @param look as the setting names it */
export async function openInPages(page: Page, look: "pages" | "eink" = "pages"): Promise<void> {
  await page.evaluate((paged) => localStorage.setItem("broadsheet-settings", JSON.stringify({ paged })), look);
  await page.reload();
  await page.locator(".pages-bar").waitFor();
  await page.evaluate(() => document.fonts.ready);
}
