import { describe, expect, it } from "vitest";
import type { PageAddress } from "#compiler/link/page.ts";
import { Output } from "#compiler/output/output.ts";
import { siteAt } from "#compiler/write/siteAt.ts";
import { writeSitemap } from "#compiler/write/sitemap.ts";
import { makeArticle, makeArticles } from "../../support/makeArticle.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";
import { written } from "../../support/written.ts";

const locs = (text: string): string[] => [...text.matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, loc = ""]) => loc);

describe("the sitemap", () => {
  it("names every page, stories after the front page, and when what it shows last changed", async () => {
    const site = await written([makeArticle({ slug: "a", dateModified: "2024-04-23T09:30:00Z" })]);
    const named = locs(site.text("sitemap.xml"));
    expect(named.toSorted()).toEqual(site.pages.map(({ path }) => `https://example.org${path}`).toSorted());
    expect(named.slice(0, 3)).toEqual(["/", "/article/a", "/latest"].map((path) => `https://example.org${path}`));
    expect(site.text("sitemap.xml")).toContain("<loc>https://example.org/article/a</loc><lastmod>2024-04-23T09:30:00Z</lastmod>");
  });

  it("of more than 50,000 pages is an index of several files", () => {
    const pages = function* (): Generator<PageAddress> {
      for (let n = 0; n < 100_001; n += 1) yield { kind: "list", path: `/topic/t${n}` };
    };
    const out = temporaryFolder();
    const output = new Output(out);
    writeSitemap(pages(), siteAt("https://example.org", undefined), output);
    const files = filesIn(out);
    expect(locs(files.get("sitemap.xml") ?? "")).toEqual([1, 2, 3].map((n) => `https://example.org/sitemap-${n}.xml`));
    expect(locs(files.get("sitemap-1.xml") ?? "")).toHaveLength(50_000);
    expect(locs(files.get("sitemap-3.xml") ?? "")).toEqual(["https://example.org/topic/t100000"]);
  });

  it("links a page to those in other languages", () => {
    const out = temporaryFolder();
    const alternates = [
      { language: "en", path: "/article/a" },
      { language: "de", path: "/de/artikel/ä" },
    ];
    const pages: PageAddress[] = [
      { kind: "article", path: "/article/a", alternates },
      { kind: "list", path: "/latest" },
    ];
    writeSitemap(pages, siteAt("https://example.org/paper", undefined), new Output(out));
    expect(filesIn(out).get("sitemap.xml")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>https://example.org/paper/article/a</loc><xhtml:link rel="alternate" hreflang="en" href="https://example.org/paper/article/a"/><xhtml:link rel="alternate" hreflang="de" href="https://example.org/paper/de/artikel/%C3%A4"/></url>
<url><loc>https://example.org/paper/latest</loc></url>
</urlset>
`);
  });

  it("of an edition without a story is still a sitemap", async () => {
    expect((await written([])).text("sitemap.xml")).toContain("<loc>https://example.org/</loc>");
  });
});

describe("the news sitemap", () => {
  it("has the stories of the two days before the newest, escaped, the newest first", async () => {
    const articles = [
      makeArticle({ slug: "new", headline: "Fish & <chips>", datePublished: "2024-04-22T12:00:00Z" }),
      makeArticle({ slug: "edge", datePublished: "2024-04-20T12:00:00Z" }),
      makeArticle({ slug: "old", datePublished: "2024-04-20T11:59:00Z" }),
    ];
    const text = (await written(articles)).text("news-sitemap.xml");
    expect(locs(text)).toEqual(["https://example.org/article/new", "https://example.org/article/edge"]);
    expect(text.replaceAll("><", ">\n<")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url>
<loc>https://example.org/article/new</loc>
<news:news>
<news:publication>
<news:name>Broadsheet</news:name>
<news:language>en</news:language>
</news:publication>
<news:publication_date>2024-04-22T12:00:00Z</news:publication_date>
<news:title>Fish &amp; &lt;chips&gt;</news:title>
</news:news>
</url>
<url>
<loc>https://example.org/article/edge</loc>
<news:news>
<news:publication>
<news:name>Broadsheet</news:name>
<news:language>en</news:language>
</news:publication>
<news:publication_date>2024-04-20T12:00:00Z</news:publication_date>
<news:title>Headline of edge</news:title>
</news:news>
</url>
</urlset>
`);
  });

  it("has no more than 1,000", async () => {
    const articles = makeArticles(1005, () => ({ datePublished: "2024-04-22T12:00:00Z" }));
    expect(locs((await written(articles)).text("news-sitemap.xml"))).toHaveLength(1000);
  });

  it.each([
    ["en-GB", "en"],
    ["zh-Hans", "zh-cn"],
    ["zh-TW", "zh-tw"],
    ["zh-Hant-HK", "zh-tw"],
    ["zh-MO", "zh-tw"],
  ])("says of a story in %s that it is in %s", async (inLanguage, language) => {
    expect((await written([makeArticle({ inLanguage })])).text("news-sitemap.xml")).toContain(`<news:language>${language}</news:language>`);
  });
});
