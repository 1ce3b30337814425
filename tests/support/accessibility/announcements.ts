import type { Page } from "playwright-core";

/** Records the page's announcements, as a screen reader hears them. @returns those since then, in order */
export async function announcements(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset["said"] = "";
    new MutationObserver((changes) => {
      const regions = changes.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest("[aria-live], [role=status], [role=alert]"),
      );
      for (const region of new Set(regions)) {
        const said = region?.textContent.trim();
        if (said) dataset["said"] += `${said}\n`;
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return async () => ((await page.locator("html").getAttribute("data-said")) ?? "").split("\n").filter(Boolean);
}
