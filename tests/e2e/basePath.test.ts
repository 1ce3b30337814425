/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { describe, expect } from "vitest";
import { buildSample } from "../support/buildSample.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import { openSite } from "../support/site.ts";

/** The sample edition below a path of its host. */
const below = journey
  .extend("folder", { scope: "file" }, ({}, { onCleanup }) =>
    buildSample(onCleanup, "--base", "/paper/", "--url", "https://example.org/paper/"),
  )
  .extend("paper", { scope: "file" }, async ({ folder }, { onCleanup }) => {
    const site = await openSite(folder);
    onCleanup(() => site.close());
    return site;
  });

describe.each(WIDTHS)("an edition below a path, %i px wide", (width) => {
  below("is read and moved through there", async ({ visit, paper }) => {
    const { page } = await visit("/article/operation-rescue", { width, site: paper });
    await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/paper/topic/europol");
    await page.locator(".masthead .nameplate").click();
    await page.locator("main .lead").waitFor();
    expect(new URL(page.url()).pathname).toBe("/paper/");
    await page.goBack();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    expect(paper.asked.filter((path) => !path.startsWith("/paper/"))).toEqual([]);
  });

  below("shows the shape of a story that is late", async ({ visit, paper }) => {
    const path = "/article/operation-rescue";
    const { page } = await visit("/topic/europol", { width, site: paper });
    let letCome = () => {};
    const held = new Promise<void>((resolve) => (letCome = resolve));
    paper.faults.set(`/paper/data${path}.json`, (_, __, next) => void held.then(next));
    const story = page.locator(`main h3 a[href$="${path}"]`).first();
    await story.evaluate((link: HTMLElement) => link.click());
    await page.locator("main[aria-busy] .skeleton.story").waitFor();
    letCome();
    await page.locator("h1", { hasText: "Europol counts 670 suspects" }).waitFor();
    paper.faults.clear();
  });

  below("says there what is not there", async ({ visit, paper }) => {
    const { page, forgive } = await visit("/no-such-page", { width, site: paper });
    await page.locator("main").getByRole("link", { name: "Archive by date" }).click();
    await expect.poll(() => page.locator("h1").innerText()).toBe("Archive by date");
    expect(new URL(page.url()).pathname).toBe("/paper/archive");
    forgive(/status of 404/u);
  });
});

describe("an edition below a path", () => {
  below("leads nowhere else from its pages", async ({ visit, paper }) => {
    for (const path of ["/", "/article/operation-rescue", "/topic/europol", "/archive"]) {
      const { page } = await visit(path, { site: paper, javaScriptEnabled: false });
      const own = await page
        .locator("a[href^='/'], link[href^='/'], img[src^='/'], script[src^='/']")
        .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? one.getAttribute("src") ?? ""));
      expect(own.length).toBeGreaterThan(20);
      const dead = [];
      for (const at of new Set(own)) {
        const { status } = await fetch(new URL(at, paper.address), { redirect: "manual" });
        if (status !== 200 || !at.startsWith("/paper/")) dead.push(`${status} ${at}`);
      }
      expect(dead).toEqual([]);
    }
  });

  below("has its feeds, manifest and search there", async ({ paper }) => {
    const text = async (file: string) => (await fetch(paper.address + file)).text();
    expect(await text("feed.xml")).toContain("<link>https://example.org/paper/article/");
    expect(await text("topic/europol/feed.xml")).toContain("https://example.org/paper/article/labhost-closed");
    expect(await text("sitemap.xml")).toContain("<loc>https://example.org/paper/topic/europol</loc>");
    expect(await text("robots.txt")).toContain("Sitemap: https://example.org/paper/sitemap.xml");
    expect(JSON.parse(await text("manifest.webmanifest"))).toMatchObject({ start_url: "/paper/", scope: "/paper/" });
    expect(await text("opensearch.xml")).toContain("https://example.org/paper/");
  });

  below("leads on from old addresses, which its host may have had above the path", async ({ paper }) => {
    for (const old of ["/article/304791", "/paper/article/304791"]) {
      const { status, headers } = await fetch(new URL(old, paper.address), { redirect: "manual" });
      expect([status, headers.get("location")]).toEqual([301, "/paper/article/operation-rescue"]);
    }
  });
});
