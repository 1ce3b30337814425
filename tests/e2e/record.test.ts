/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { sidewaysScroll } from "../support/accessibility/sidewaysScroll.ts";
import { broadsheet } from "../support/installation.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import { correctionOf, recordedStory } from "../support/publish.ts";
import { openSite } from "../support/site.ts";

const FIRST = "The harbour ferry left at seven in the morning with forty passengers.";
const SECOND = "The harbour ferry left at eight in the morning with forty passengers.";

/** A paper that keeps a record, published three times: a story of it has changed twice, another never. */
const recorded = journey.extend("paper", { scope: "file" }, async ({}, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  const [content, out] = [join(folder, "content"), join(folder, "site")];
  mkdirSync(join(content, "articles"), { recursive: true });
  writeFileSync(join(content, "edition.json"), JSON.stringify({ name: "The Harbour Post", record: {} }));
  writeFileSync(join(content, "articles/quay.md"), recordedStory("The quay is closed", "Nobody may enter."));
  const rest = "It arrived on time.\n\nThe next one is due tomorrow.";
  const corrected = correctionOf("2024-04-23", "The ferry left at eight, not at seven.");
  const versions = [
    recordedStory("The ferry sails", `${FIRST}\n\n${rest}`),
    recordedStory("The ferry sails again", `${SECOND}\n\n${rest}`, corrected),
    recordedStory("The ferry sails again", `${SECOND}\n\n${rest}\n\nThe quay stays closed.`, corrected),
  ];
  for (const version of versions) {
    writeFileSync(join(content, "articles/ferry.md"), version);
    await broadsheet(inject("installation"), "build", "--content", content, "--out", out, "--no-compress");
  }
  const site = await openSite(out);
  onCleanup(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return site;
});

describe.each(WIDTHS)("the public record of a paper, %i px wide", (width) => {
  recorded("leads from a story to what was changed in it, and shows two versions side by side", async ({ visit, paper }) => {
    const { page } = await visit("/article/ferry", { width, site: paper, colorScheme: "light" });
    await page.getByRole("link", { name: "Changed twice since publication" }).click();
    await page.getByRole("heading", { level: 1, name: "What has changed" }).waitFor();
    const newest = page.getByRole("listitem").filter({ hasText: "Version 2" });
    expect(await newest.getByRole("deletion").allInnerTexts()).toContain("seven ");
    expect(await newest.getByRole("insertion").allInnerTexts()).toContain("eight ");
    expect(await newest.innerText()).toContain("The ferry left at eight, not at seven.");

    await page.getByLabel("Compare", { exact: true }).selectOption({ index: 0 });
    await page.getByLabel("with", { exact: true }).selectOption({ index: 2 });
    await page.getByRole("button", { name: "Show side by side" }).click();
    const compared = page.locator(".compared");
    expect(await compared.getByRole("insertion").allInnerTexts()).toContain("The quay stays closed.");
    expect(await compared.getByText("It arrived on time.").filter({ visible: true }).count()).toBe(width < 768 ? 1 : 2);
    expect(await barriers(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await barriers(page, "colours")).toEqual([]);
  });
});

recorded("is read without scripts, and is not for search engines", async ({ visit, paper }) => {
  const { page } = await visit("/article/ferry", { site: paper, javaScriptEnabled: false });
  await page.getByRole("link", { name: "Changed twice since publication" }).click();
  expect(await page.locator("del").allInnerTexts()).toContain("seven ");
  expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
  expect(await page.getByRole("button", { name: "Show side by side" }).isVisible()).toBe(false);
  await page.getByRole("contentinfo").getByRole("link", { name: "Corrections" }).click();
  await page.getByRole("heading", { level: 1, name: "Corrections" }).waitFor();
  expect(await page.locator("main").innerText()).toContain("The ferry left at eight, not at seven.");
  const feed = await page.getByRole("link", { name: "Follow corrections as a feed" }).getAttribute("href");
  expect(await (await fetch(new URL(feed ?? "", page.url()))).text()).toContain("<title>The Harbour Post: Corrections</title>");
  await page.getByRole("link", { name: "See what changed" }).click();
  expect(new URL(page.url()).pathname).toBe("/article/ferry/versions");
});

recorded("costs a story that has not changed nothing", async ({ visit, paper }) => {
  paper.asked.length = 0;
  const { page } = await visit("/article/quay", { site: paper });
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByText("since publication").count()).toBe(0);
  expect(paper.asked.filter((path) => /\/record-|versions/u.test(path))).toEqual([]);
});
