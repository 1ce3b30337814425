/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { AxeBuilder } from "@axe-core/playwright";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { broadsheet } from "../support/installation.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import { openSite } from "../support/site.ts";

const BLOG = `---
headline: The landing, as it happens
type: liveBlog
date: 2026-01-02T08:00:00Z
authors: [Ada Keane]
---
What is known so far.
`;

const post = (n: number): string =>
  `---\nheadline: Post ${n}\ndate: 2026-01-02T09:${String(n).padStart(2, "0")}:00Z\n${n % 9 === 0 ? "key: true\n" : ""}---\nWords of post ${n}. They go on for a while, so that there is something to read.\n\nA second paragraph.\n`;

class Newsroom {
  readonly #folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  readonly site = join(this.#folder, "site");
  #count = 0;

  /** Another one that has published the same. */
  copy(): Newsroom {
    const other = new Newsroom();
    cpSync(this.#folder, other.#folder, { recursive: true });
    other.#count = this.#count;
    return other;
  }

  /** Writes another post in the place of one, or takes it away; `publish` brings it out. */
  edit(n: number, text: string | undefined): void {
    const file = join(this.#folder, "content", `landing/posts/p${n}.md`);
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
  }

  async publish(count: number): Promise<void> {
    const content = join(this.#folder, "content");
    mkdirSync(join(content, "landing/posts"), { recursive: true });
    writeFileSync(join(content, "landing.md"), BLOG);
    writeFileSync(join(content, "other.md"), "---\nheadline: Another story\ndate: 2026-01-01\n---\nNo post.\n");
    for (; count > 0; count -= 1) {
      writeFileSync(join(content, `landing/posts/p${this.#count}.md`), post(this.#count));
      this.#count += 1;
    }
    await broadsheet(inject("installation"), "build", "--content", content, "--out", this.site, "--no-compress");
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const live = journey
  .extend("published", { scope: "file" }, async ({}, { onCleanup }) => {
    const newsroom = new Newsroom();
    onCleanup(() => newsroom.close());
    await newsroom.publish(45);
    return newsroom;
  })
  .extend("newsroom", async ({ published }, { onCleanup }) => {
    const newsroom = published.copy();
    onCleanup(() => newsroom.close());
    return newsroom;
  })
  .extend("paper", async ({ newsroom }, { onCleanup }) => {
    const site = await openSite(newsroom.site);
    onCleanup(() => site.close());
    return site;
  });

const LANDING = "/article/landing";
const topOf = (page: Page, id: string) => page.locator(`#post-${id}`).evaluate((post) => post.getBoundingClientRect().top);
const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);

/** The page asks sooner when it hears that the connection is back. */
const askNow = (page: Page) => page.evaluate(() => dispatchEvent(new Event("online")));

describe.each(WIDTHS)("a live blog, %i px wide", (width) => {
  live(
    "offers new posts once, puts them in above what is read, and tells later where the reader stopped",
    async ({ visit, newsroom, paper }) => {
      const { page, context } = await visit(LANDING, { width, site: paper });
      await page.getByRole("button", { name: "Pause updates" }).waitFor();
      await expect(page.locator(".post").count()).resolves.toBe(30);
      await page.evaluate(() => document.querySelector("#post-p35")?.scrollIntoView());
      const before = await topOf(page, "p35");
      const shown = page.locator(".post").first();
      // The foot of the page makes room for the offer.
      const heightOfMain = () => page.locator("main").evaluate((main) => main.scrollHeight);
      const height = await heightOfMain();

      await newsroom.publish(3);
      await askNow(page);
      const offer = page.getByRole("button", { name: "3 new posts" });
      await offer.waitFor();
      expect(await offer.evaluate((button) => button.closest("[aria-live]")?.getAttribute("aria-live"))).toBe("polite");
      expect(await shown.getAttribute("id")).toBe("post-p44");
      expect(await heightOfMain()).toBe(height);
      expect(await topOf(page, "p35")).toBe(before);

      await offer.click();
      await page.locator("#post-p47").waitFor();
      expect(Math.abs((await topOf(page, "p35")) - before)).toBeLessThan(1);
      expect(await page.evaluate(() => document.activeElement?.closest(".post")?.id)).toBe("post-p47");
      await page.getByText("3 posts were added above").waitFor();
      expect(await violations(page)).toEqual([]);

      await page.getByRole("button", { name: "Pause updates" }).click();
      await newsroom.publish(4);
      paper.asked.length = 0;
      await askNow(page);
      await page.waitForTimeout(2500);
      expect(paper.asked.filter((path) => path.includes("live.json"))).toEqual([]);

      const later = await context.newPage();
      await later.goto(paper.address + LANDING.slice(1));
      await later.getByRole("link", { name: "Since you left: 4 posts" }).click();
      await expect.poll(() => later.locator("#post-p47 .stopped").textContent()).toBe("You stopped reading here");
      await later.getByRole("button", { name: "Oldest first" }).click();
      expect(await later.locator(".post").last().getAttribute("id")).toBe("post-p51");
      expect(await violations(later)).toEqual([]);
    },
  );
});

describe("a live blog", () => {
  live("reads without JavaScript, with a page for each post and for older ones", async ({ visit, paper }) => {
    const { page } = await visit(LANDING, { site: paper, javaScriptEnabled: false });
    expect(await page.locator("#p-1").isVisible()).toBe(true);
    expect(await page.locator(".post").count()).toBe(30);
    expect(await page.getByRole("button", { name: "Pause updates" }).isVisible()).toBe(false);
    const said = JSON.parse((await page.locator("script[type='application/ld+json']").textContent()) ?? "")["@graph"][0];
    expect(said).toMatchObject({ "@type": "LiveBlogPosting", coverageStartTime: "2026-01-02T08:00:00Z" });
    expect(said.liveBlogUpdate).toHaveLength(30);
    await page.getByRole("navigation", { name: "Key events" }).getByRole("link", { name: "Post 9", exact: true }).click();
    await expect(page.getByText("Words of post 9.").isVisible()).resolves.toBe(true);
    await page.goBack();
    await page.getByRole("link", { name: "Older posts" }).click();
    expect(page.url()).toMatch(/landing\/page\/1$/u);
    await expect(page.getByText("Words of post 0.").isVisible()).resolves.toBe(true);
  });

  live(
    "puts edited posts right on an open page and says which were withdrawn, without moving what is read",
    async ({ visit, newsroom, paper }) => {
      const { page, forgive } = await visit(LANDING, { width: 360, site: paper });
      forgive(/status of 404 .*\/post\/p36\.json\?now/u);
      await page.getByRole("button", { name: "Pause updates" }).waitFor();
      // The end of the post above, which is withdrawn, is still in the window.
      await page.evaluate(() => document.querySelector("#post-p30")?.scrollIntoView());
      await page.evaluate(() => scrollBy(0, -40));
      const before = await topOf(page, "p30");
      newsroom.edit(
        44,
        post(44).replace("Words of post 44.", "Other words, of which there are many more than there were before. ".repeat(20)),
      );
      newsroom.edit(20, post(20).replace("Words of post 20.", "Corrected words of post 20."));
      newsroom.edit(36, undefined);
      await newsroom.publish(0);
      await askNow(page);
      await page
        .locator("#post-p20")
        .getByText(/Corrected words of post 20/u)
        .waitFor();
      await page
        .locator("#post-p44")
        .getByText(/^Other words/u)
        .waitFor();
      expect(await page.locator("#post-p36").innerText()).toContain("This post was withdrawn.");
      expect(Math.abs((await topOf(page, "p30")) - before)).toBeLessThan(1);
      expect(await page.getByText("Edited", { exact: true }).count()).toBe(2);
      const posts = paper.asked.filter((path) => path.includes("/post/p")).toSorted();
      expect(posts).toEqual(["p20", "p36", "p44"].map((id) => `/data/article/landing/post/${id}.json?now`));
      expect(await violations(page)).toEqual([]);
    },
  );

  live("costs other stories nothing", async ({ visit, paper }) => {
    const { page } = await visit("/article/other", { site: paper });
    await page.waitForTimeout(500);
    await page.goto(`${paper.address}article/landing/post/p7`);
    expect(await violations(page)).toEqual([]);
    paper.asked.splice(paper.asked.indexOf("/article/landing/post/p7"));
    expect(paper.asked.filter((path) => /\/live-|rare|live\.json/u.test(path))).toEqual([]);
  });
});
