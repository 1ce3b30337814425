import { describe, expect } from "vitest";
import { assetPath } from "../support/assetPath.ts";
import { launchChromium } from "../support/chromium.ts";
import { late } from "../support/faults.ts";
import { alive, journey } from "../support/journey.ts";

describe.each([
  ["on", true],
  ["off", false],
])("a page that was left by a plain link, with scripts %s", (_scripts, javaScriptEnabled) => {
  journey("comes back out of the browser's memory, as it was left", async ({ site }) => {
    const browser = await launchChromium({ remembersPages: true });
    try {
      const page = await browser.newPage({ javaScriptEnabled });
      await page.goto(`${site.address}article/operation-rescue`);
      // A page that is still loading is not kept.
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => document.body.setAttribute("data-left", "as it was"));
      await page.goto(`${site.address}topic/europol`);
      await page.goBack({ waitUntil: "commit" });
      await expect.poll(() => page.evaluate(leftOrWhyNot)).toBe("as it was");
      expect(new URL(page.url()).pathname).toBe("/article/operation-rescue");
    } finally {
      await browser.close();
    }
  });
});

journey.for([/^app-.*\.js$/u, /^index-.*\.js$/u])(
  "whoever goes back before %s is there finds the page of that address",
  async (script, { visit, site }) => {
    const { page } = await visit("/article/operation-rescue");
    const headline = await page.locator("h1").innerText();
    await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    site.faults.set(assetPath(script), late(1000));
    await page.reload({ waitUntil: "commit" });
    await page.locator(".foot").waitFor();
    await page.evaluate(() => history.back());
    await page.getByRole("heading", { level: 1, name: headline }).waitFor();
    await alive(page);
    expect(await page.locator("head title").allTextContents()).toHaveLength(1);
    expect(new URL(page.url()).pathname).toBe("/article/operation-rescue");
  },
);

journey("whoever goes back while a page is hydrated finds the page of that address, and one title", async ({ visit }) => {
  const { page, context } = await visit("/article/operation-rescue");
  const headline = await page.locator("h1").innerText();
  await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
  await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 30 });
  await page.addInitScript(() => {
    const goBack = (): void => {
      const root = document.getElementById("root");
      if (root && Object.keys(root).some((key) => key.startsWith("__reactContainer"))) history.back();
      else setTimeout(goBack);
    };
    goBack();
  });
  await page.reload({ waitUntil: "commit" });
  await page.waitForURL("**/article/operation-rescue", { waitUntil: "commit" });
  // Only the hydration has to be slow.
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.getByRole("heading", { level: 1, name: headline }).waitFor();
  await alive(page);
  expect(await page.locator("head title").allTextContents()).toEqual([expect.stringContaining(headline)]);
});

/** How the page was left, or why the browser has loaded it anew. It is run in the page. */
function leftOrWhyNot(): string {
  const [navigation] = performance.getEntriesByType("navigation");
  const reasons: unknown = navigation && Reflect.get(navigation, "notRestoredReasons");
  return document.body.dataset["left"] ?? `loaded anew: ${JSON.stringify(reasons)}`;
}
