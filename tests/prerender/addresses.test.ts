import { expect, test } from "vitest";
import { siteAt } from "#compiler/write/siteAt.ts";
import { linked } from "../support/linked.ts";
import { makeArticle, makeImage } from "../support/makeArticle.ts";
import { prerenderedPage } from "../support/prerendered.ts";
import { written } from "../support/written.ts";

const ADDRESS = "https://example.org/a paper/";
const story = makeArticle({ slug: "café-à-paris", image: { ...makeImage("cup"), url: "https://pictures.example/café.jpg" } });

test("a page, the feeds and the sitemap name a story and its picture alike", async () => {
  const { text } = await written([story], { json: { url: ADDRESS } });
  const [item] = JSON.parse(text("feed.json")).items;
  const page = await prerenderedPage("article/café-à-paris.html", [story], {
    site: { ...siteAt(ADDRESS, undefined), data: "/data/" },
    edition: linked([story]).edition,
  });
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute("href");
  expect(canonical).toBe("https://example.org/a%20paper/article/caf%C3%A9-%C3%A0-paris");
  expect(item.url).toBe(canonical);
  expect(text("sitemap.xml")).toContain(`<loc>${canonical}</loc>`);
  expect(page.querySelector('meta[property="og:image"]')?.getAttribute("content")).toBe(item.image);
});
