/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject } from "vitest";
import { broadsheet, installForDevelopment } from "../support/installation.ts";
import { journey } from "../support/journey.ts";
import { hasOwnLayout, NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";
import { openSite } from "../support/site.ts";

/** The sample edition with the React that tells of every fault: an attribute that differs, a key that is missing. */
const strict = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-e2e-"));
    onCleanup(() => rmSync(folder, { recursive: true, force: true }));
    await installForDevelopment(join(folder, "package"), inject("installation"));
    await broadsheet(join(folder, "package"), "build", "--content", "content", "--out", join(folder, "site"), "--no-compress");
    return join(folder, "site");
  })
  .extend("paper", { scope: "file" }, async ({ folder }, { onCleanup }) => {
    const site = await openSite(folder);
    onCleanup(() => site.close());
    return site;
  });

// What React says does not depend on the width.
describe.each([1280])("under React for development, %i px wide", (width) => {
  strict.for([...PAGE_KINDS, NOT_FOUND].filter(hasOwnLayout).map((kind) => [kind.kind, kind] as const))(
    "a %s is taken over without a warning",
    async ([, { path }], { visit, paper }) => {
      const { page, forgive } = await visit(path, { width, site: paper });
      if (path === NOT_FOUND.path) forgive(/status of 404/u);
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      expect(await page.locator("h1").count()).toBe(1);
    },
  );

  strict("moving through the paper brings no warning", async ({ visit, paper }) => {
    const { page } = await visit("/", { width, site: paper });
    for (const { path } of PAGE_KINDS.filter(({ path }) => /^\/(?:latest|archive|topics|places)$/u.test(path))) {
      await page.locator("#menu").locator(`a[href='${path}']`).click();
      await expect.poll(() => new URL(page.url()).pathname).toBe(path);
      await page.locator("main a:visible").first().waitFor();
    }
    const topic = page.locator("main a[href^='/topic/']:visible").first();
    const name = await topic.innerText();
    await topic.click();
    // The stories of the page before stay in the document, hidden, once this one is there.
    await page.locator("main h1:visible", { hasText: name }).waitFor();
    await page.locator("main h3 a:visible").first().click();
    await page.locator("article.story").waitFor();
  });
});
