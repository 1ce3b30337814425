import { expect } from "vitest";
import { journey } from "../support/journey.ts";

journey("an address in a list breaks on a phone, and never moves the page", async ({ visit }) => {
  const { page } = await visit("/article/operation-rescue", { width: 360 });
  await page.locator(".prose").evaluate((prose) => {
    const list = prose.appendChild(document.createElement("ul"));
    list.appendChild(document.createElement("li")).append(`https://example.org/${"x".repeat(200)}`);
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

journey("an address in the caption of a picture breaks on a phone, and never moves the page", async ({ visit }) => {
  const { page } = await visit("/article/voyager-1-makes-sense-again", { width: 360, isMobile: true });
  await page
    .locator("figcaption")
    .first()
    .evaluate((caption) => caption.prepend(`https://example.org/${"x".repeat(200)} `));
  expect(await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth])).toEqual([360, 360]);
});
