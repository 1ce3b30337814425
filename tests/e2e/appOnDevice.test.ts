import { describe, expect } from "vitest";
import { alive, journey } from "../support/journey.ts";

const FILES = /assets\/(?:react|router|ArticlePage|text-core)-/u;

describe("the app on the device", () => {
  journey("comes from the cache without the worker being asked for each of its files", async ({ visit }) => {
    const { page } = await visit("/article/operation-rescue", { worker: true });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await alive(page);
    const entries = await page.evaluate(() => performance.getEntriesByType("resource").map((entry): unknown => entry.toJSON()));
    const files = entries.filter((entry) => FILES.test(JSON.stringify(entry)));
    expect(files).toHaveLength(4);
    // Service Workers, section 4.5: what answered in the end.
    for (const file of files) expect(file).toMatchObject({ workerFinalSourceType: "cache" });
  });
});
