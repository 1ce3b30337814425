import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { EditionSchema } from "#content/edition/edition.ts";
import { parse } from "#content/parse.ts";
import { head } from "#prerender/head/head.ts";
import { wordsIn } from "../../support/words.ts";
import { writeFiles } from "../../support/temporaryFolder.ts";

const SITE = { url: "https://post.example/", base: "/", data: "https://post.example/data/" };
const STORY = "https://post.example/article/tide";

/** What is published of a story that has everything and is for members: the JSON-LD, the head of its page, the news sitemap. */
const published = { thing: {} as Record<string, unknown>, head: "", sitemap: "" };

const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));

afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  const picture = await sharp({ create: { width: 1600, height: 900, channels: 3, background: "#0050a0" } })
    .jpeg()
    .toBuffer();
  const [content, out] = [join(folder, "content"), join(folder, "site")];
  writeFiles(content, {
    "edition.json": JSON.stringify({ name: "The Post", url: SITE.url, members: {}, timeZone: "Europe/Amsterdam" }),
    ".members/members.key": "A".repeat(43),
    "articles/tide.jpg": picture,
    "articles/tide.md":
      "---\nheadline: Tide & time\ndate: 2026-11-30T07:00:00\nmodified: 2026-11-30T09:00:00\nauthors: [Ada Keane]\nsection: Sea\nimage: tide.jpg\naccess: members\n---\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n",
  });
  await compile({ content, out, now: Date.parse("2026-12-01T00:00:00Z") });
  const read = (file: string) => readFileSync(join(out, file), "utf8");
  const edition = parse(EditionSchema, JSON.parse(read("data/edition.json")), "edition");
  const value = parse(ArticlePageSchema, JSON.parse(read("data/article/tide.json")), "article");
  published.head = head({ kind: "article", path: "/article/tide", value }, edition, SITE, "Tide & time", wordsIn("en").page);
  const script = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/u.exec(published.head)?.[1] ?? "";
  published.thing = JSON.parse(script)["@graph"][0];
  published.sitemap = read("news-sitemap.xml");
});

/**
 * The properties that Google documents for articles (developers.google.com/search/docs/appearance/structured-data/article) and for paid
 * content (…/paywalled-content), read on 1 December 2026. Bing documents none of its own, and reads the same. Of the pictures in
 * three shapes that Google recommends there is one: two more files for each story.
 */
it.each([
  ["@type", "NewsArticle"],
  ["headline", "Tide & time"],
  ["image.url", /^https:\/\/post\.example\/pictures\/[^/]+\.(?:jpg|png)$/u],
  ["image.width", 1280],
  ["datePublished", /^2026-11-30T07:00:00\+01:00$/u],
  ["dateModified", /^2026-11-30T09:00:00\+01:00$/u],
  ["author.0.@type", "Person"],
  ["author.0.name", "Ada Keane"],
  ["author.0.url", "https://post.example/author/ada-keane"],
  ["publisher.name", "The Post"],
  ["publisher.url", SITE.url],
  ["publisher.logo", /^https:\/\/post\.example\/icon-512\.png$/u],
  ["isAccessibleForFree", false],
  ["hasPart.isAccessibleForFree", false],
  ["hasPart.cssSelector", ".for-members"],
])("tells search engines %s", (path, value) => {
  const found = path
    .split(".")
    .reduce<unknown>((at, name) => (typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined), published.thing);
  if (value instanceof RegExp) expect(String(found)).toMatch(value);
  else expect(found).toEqual(value);
});

/** Of the news sitemap: developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap; of pictures: …/appearance/google-discover. */
it.each([
  ["news:name", "The Post"],
  ["news:language", "en"],
  ["news:publication_date", "2026-11-30T07:00:00+01:00"],
  ["news:title", "Tide &amp; time"],
  ["loc", STORY],
])("has %s in the news sitemap", (name, value) => expect(published.sitemap).toContain(`<${name}>${value}</${name}>`));

it("lets search engines show the picture of a story large", () =>
  expect(published.head).toContain('<meta name="robots" content="max-image-preview:large">'));
