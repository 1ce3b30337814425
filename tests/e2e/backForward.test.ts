import { describe, expect } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { journey } from "../support/journey.ts";

describe.each([
  ["on", true],
  ["off", false],
])("a page that was left by a plain link, with scripts %s", (_scripts, javaScriptEnabled) => {
  journey("comes back out of the browser's memory, as it was left", async ({ site }) => {
    const browser = await launchChromium({ remembersPages: true });
    try {
      const page = await browser.newPage({ javaScriptEnabled });
      await page.goto(`${site.address}article/operation-rescue`, { waitUntil: "networkidle" });
      await page.evaluate(() => document.body.setAttribute("data-left", ""));
      await page.goto(`${site.address}topic/europol`);
      await page.goBack({ waitUntil: "commit" });
      await expect.poll(() => page.locator("body[data-left]").count()).toBe(1);
      expect(new URL(page.url()).pathname).toBe("/article/operation-rescue");
    } finally {
      await browser.close();
    }
  });
});
