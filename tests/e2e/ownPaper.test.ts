import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { broadsheet } from "../support/installation.ts";
import { alive, journey, WIDTHS } from "../support/journey.ts";
import { openSite } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const story = (n: number): string =>
  [
    `---\nheadline: Story ${n}\ndatePublished: 2024-04-${10 + n}T07:10:00Z\nsection: ${n % 2 === 0 ? "World" : "Science"}`,
    `authors: [Ada Keane]\n${n > 0 && n < 4 ? `series: Deltas\npart: ${n}\n` : ""}---\nWords of number ${n}.\n`,
  ].join("\n");

const EDITION = {
  name: "The Tide",
  sections: [{ name: "World" }, { name: "Science" }],
  navigation: [{ section: "World" }, { name: "More", items: [{ section: "Science" }, { page: "/series/deltas" }] }, { page: "/staff" }],
  footer: { columns: [{ title: "Us", links: [{ page: "/about" }] }], text: "Since 1921", madeWith: false },
  people: [{ name: "Ada Keane", role: "Science editor", bio: "Covers space." }],
  breadcrumbs: true,
};

const FRONT = {
  lead: "s2",
  strips: [{ series: "Deltas" }],
  sections: [{ section: "Science", layout: "feature" }],
  breaking: { text: "The barrier closes", until: "2124-01-01" },
  alert: { text: "We have moved" },
};

/** A paper with menus, people, a series and a front page of its own. */
async function ownPaper() {
  const content = join(temporaryFolder(), "content");
  const files = {
    "edition.json": JSON.stringify(EDITION),
    "front.json": JSON.stringify(FRONT),
    "pages/about.md": "---\ntitle: About us\n---\nWho we are.\n",
    ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`articles/s${n}.md`, story(n)])),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  const site = join(temporaryFolder(), "site");
  await broadsheet(inject("installation"), "build", "--content", content, "--out", site, "--no-compress");
  return openSite(site);
}

const runsOver = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each(WIDTHS)("a paper with menus and a front page of its own, %i px wide", (width) => {
  journey("leads through them, and remembers which notice was closed", async ({ visit }) => {
    const site = await ownPaper();
    const { page } = await visit("/", { width, site });
    expect(await page.locator("main .lead h2").innerText()).toBe("Story 2");
    await page.getByText("The barrier closes").waitFor();
    const notice = page.getByRole("complementary", { name: "Notice" });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const [end, foot] = [await notice.boundingBox(), await page.locator("footer.foot").boundingBox()];
    expect(end && foot && end.y + end.height, "the notice stands above the footer").toBeLessThanOrEqual((foot?.y ?? 0) + 1);
    await notice.getByRole("button", { name: "Close" }).click();
    await page.reload();
    await alive(page);
    expect(await page.getByText("We have moved").count()).toBe(0);
    expect(await runsOver(page)).toBe(false);

    const nav = page.getByRole("navigation", { name: "Sections" });
    await nav.getByText("More").click();
    await nav.getByRole("link", { name: "Deltas" }).click();
    await page.getByRole("heading", { level: 1, name: /Deltas/u }).waitFor();
    expect(await nav.getByRole("link", { name: "Deltas" }).isVisible()).toBe(false);
    const opened = (headline: string) => page.getByRole("heading", { level: 1, name: headline, exact: true }).waitFor();
    await page.getByRole("link", { name: "Story 2" }).click();
    await opened("Story 2");
    await page.getByText("Part 2 of 3").waitFor();
    expect(await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link").allInnerTexts()).toEqual(["Front page", "World"]);
    await page
      .getByRole("navigation", { name: "Previous and next story" })
      .getByRole("link", { name: /Next in Deltas/u })
      .click();
    await opened("Story 3");
    await page.getByText("Part 3 of 3").waitFor();

    await page.locator("footer.foot").getByRole("link", { name: "About us" }).click();
    await opened("About us");
    await nav.getByRole("link", { name: "Staff" }).click();
    await page.locator("main").getByRole("link", { name: "Ada Keane" }).click();
    await page.getByRole("heading", { level: 1, name: /Ada Keane/u }).waitFor();
    await page.getByText("Covers space.").waitFor();
    expect(await runsOver(page)).toBe(false);
    await site.close();
  });

  journey("leads through them without JavaScript", async ({ visit }) => {
    const site = await ownPaper();
    const { page } = await visit("/", { width, site, javaScriptEnabled: false });
    expect(await page.locator("noscript .alert").innerText()).toBe("We have moved");
    await page.locator(".sections summary").click();
    await page.locator(".sections").getByRole("link", { name: "Deltas" }).click();
    expect(await page.locator("main article h3").allInnerTexts()).toEqual(["Story 1", "Story 2", "Story 3"]);
    expect(await page.locator("footer.foot").innerText()).toContain("Since 1921");
    expect(await page.locator("footer.foot").innerText()).not.toContain("Made with");
    await site.close();
  });
});
