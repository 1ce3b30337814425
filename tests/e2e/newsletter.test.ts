/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { leaveToken } from "../../src/server/newsletter/newsletterTokens.ts";
import { FIRST, openPaper } from "../support/accountPaper.ts";
import { newAddress } from "../support/accounts.ts";
import { builtPaper } from "../support/builtPaper.ts";
import { journey as visiting } from "../support/journey.ts";

const story = (headline: string, language: string): string =>
  `---\nheadline: ${headline}\ndate: 2024-04-02\nlanguage: ${language}\n---\n\nText.\n`;

const journey = visiting
  .extend("built", { scope: "file" }, async ({}, { onCleanup }) => {
    const files = {
      "edition.json": JSON.stringify({ name: "The Post", accounts: true, languages: { nl: { name: "De Post" } } }),
      "newsletter.json": "{}",
      "tide.md": story("Tide", "en"),
      "getij.md": story("Getij", "nl"),
    };
    return builtPaper(files, onCleanup);
  })
  .extend("paper", { scope: "file" }, async ({ built }, { onCleanup }) => {
    const paper = await openPaper({}, built);
    onCleanup(paper.close);
    return paper;
  });

journey("readers subscribe to the newsletter and leave it, in the language of their edition", async ({ visit, paper }) => {
  const email = newAddress();
  const { page } = await visit("/api/newsletter?edition=/nl", { width: 360, site: paper.site, waits: false });
  await fits(page, "De nieuwsbrief van De Post");
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByRole("button", { name: "Abonneren" }).click();
  await fits(page, "Kijk in uw mailbox");
  await page.goto(await paper.link(email, "newsletter/confirm"));
  await fits(page, "Bevestig uw abonnement");
  await page.getByRole("button", { name: "Abonneren" }).click();
  await fits(page, "U bent geabonneerd");
  await page.getByRole("link", { name: "Naar De Post" }).click();
  await page.getByRole("link", { name: "Getij" }).first().waitFor();
  const secret = readFileSync(join(paper.folder, "accounts", "secret"), "utf8").trim();
  await page.goto(`${paper.site.address}api/newsletter/leave?edition=/nl&token=${leaveToken(secret, email)}`);
  await fits(page, "Afmelden");
  await page.getByRole("button", { name: "Afmelden" }).click();
  await fits(page, "U bent afgemeld");
});

journey("an account that is opened in an edition is confirmed in its language, on its pages", async ({ visit, paper }) => {
  const email = newAddress();
  const { page } = await visit("/nl/account", { site: paper.site });
  await page.getByRole("link", { name: "Account aanmaken" }).click();
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(FIRST);
  await page.getByRole("button", { name: "Account aanmaken" }).click();
  const link = await paper.link(email, "account/verify");
  expect(link.startsWith(`${paper.site.address}nl/account/verify#`)).toBe(true);
});

async function fits(page: Page, title: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
}
