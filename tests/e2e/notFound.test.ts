import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject } from "vitest";
import { journey, WIDTHS } from "../support/journey.ts";
import { missing } from "../support/faults.ts";
import type { Fault } from "../support/site.ts";

const HEADLINE = "This page is farther away than we can reach";

describe.each(WIDTHS)("an address that is no page, %i px wide", (width) => {
  journey.for(["/no-such-page", "/article/no-such-story", "/topic/no-such-topic", "/latest/page/99", "/archive/1850", "/a/b/c/d"])(
    "says so with status 404 at %s, and shows ways on",
    async (path, { visit, site }) => {
      const { page, forgive } = await visit(path, { width });
      expect((await page.request.get(site.address + path.slice(1))).status()).toBe(404);
      expect(await page.locator("h1").allInnerTexts()).toEqual([HEADLINE]);
      expect(await page.locator("main .hint").innerText()).toContain(path);
      await expect.poll(() => page.locator("main img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
      forgive(/status of 404/u);

      await page.locator("main").getByRole("link", { name: "Archive by date" }).click();
      await expect.poll(() => page.locator("h1").innerText()).toBe("Archive by date");
    },
  );

  journey("is the same page inside the app, from which Back leads back", async ({ visit, site }) => {
    site.faults.set("/data/article/labhost-closed.json", missing);
    const { page, forgive } = await visit("/topic/europol", { width });
    await page.getByRole("link", { name: /LabHost/u }).click();
    await expect.poll(() => page.locator("h1:visible").innerText()).toBe(HEADLINE);
    await page
      .locator("main:visible")
      .getByRole("img", { name: /spacecraft/u })
      .waitFor();
    expect(new URL(page.url()).pathname).toBe("/article/labhost-closed");
    await page.locator("main:visible").getByRole("link", { name: "Search: labhost closed" }).waitFor();
    expect(await page.locator("main:visible").getByRole("link").allInnerTexts()).toEqual([
      "Front page",
      "Archive by date",
      "Topics A to Z",
      "Search: labhost closed",
    ]);
    await page.goBack();
    await expect.poll(() => page.locator("h1:visible").innerText()).toContain("Europol news");
    forgive(/status of 404/u);
  });
});

journey("a file that is missing is answered with 404, and never with a page that says 200", async ({ site, task }) => {
  const files = ["/assets/gone-Abc12.js", "/assets/gone-Abc12.css", "/pictures/gone.jpg", "/data/article/gone.json", "/fonts/gone.woff2"];
  const statuses = await Promise.all(files.map(async (path) => (await fetch(new URL(path, site.address))).status));
  task.meta.figure = `${statuses.filter((status) => status === 404).length} of ${files.length} answered with 404`;
  expect(statuses).toEqual(files.map(() => 404));
});

journey(
  "an address with capital letters leads to its page, and so does the folder of all stories, where the host does not",
  async ({ visit, site }) => {
    const sent = readFileSync(join(inject("sampleSite"), "404.html"));
    const lost: Fault = (_, response) => response.writeHead(404, { "content-type": "text/html" }).end(sent);
    for (const path of ["/topic/Europol", "/article"]) site.faults.set(path, lost);
    const { page, forgive } = await visit("/topic/Europol", { waits: false });
    forgive(/status of 404/u);
    await page.getByRole("heading", { level: 1, name: "Europol news" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/topic/europol");
    await page.goto(`${site.address}article`);
    await page.getByRole("heading", { level: 1, name: "Archive by date" }).waitFor();
    const plain = await visit("/no-such-page", { javaScriptEnabled: false });
    plain.forgive(/status of 404/u);
    await plain.page.getByRole("main").getByRole("link", { name: "Search" }).waitFor();
  },
);
