import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "feedsmith";
import { globSync } from "tinyglobby";
import type { GenericSchema } from "valibot";
import { describe, expect, inject, it } from "vitest";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { EditionSchema } from "#content/edition/edition.ts";
import { FreshSchema } from "#content/fresh.ts";
import { FrontPageSchema } from "#content/pages/frontPage.ts";
import { ArchivePageSchema, IndexPageSchema } from "#content/pages/indexPage.ts";
import { LiveFileSchema } from "#content/liveBlog.ts";
import { ListPageSchema } from "#content/pages/listPage.ts";
import { PostsPageSchema } from "#content/pages/postsPage.ts";
import { RecentThreadsSchema } from "#content/recentThreads.ts";
import { CorrectionsPageSchema, RecordFileSchema, VersionsPageSchema } from "#content/version.ts";
import { StaticPageSchema } from "#content/pages/staticPage.ts";
import { parse } from "#content/parse.ts";

/** Where a site without an address of its own says that it is. */
const ADDRESS = "http://localhost:4321/";

const files = (...patterns: string[]) => globSync(patterns, { cwd: inject("sampleSite") }).toSorted();
const text = (file: string) => readFileSync(join(inject("sampleSite"), file), "utf8");
const isPage = (address: string) => existsSync(join(inject("sampleSite"), fileOf(address)));

/** The HTML file that answers for an address of the site. */
function fileOf(address: string): string {
  const path = decodeURIComponent(address.slice(ADDRESS.length).replace(/#.*/u, ""));
  return path === "" ? "index.html" : `${path}.html`;
}

describe("every feed of the sample edition", () => {
  it("can be read, and its stories are pages of the site, newest first", () => {
    const feeds = files("**/{feed.xml,atom.xml,feed.json}");
    expect(feeds.length).toBeGreaterThan(30);
    for (const file of feeds) {
      const stories = storiesOf(text(file));
      expect(stories.length, file).toBeGreaterThan(0);
      expect(stories.length, file).toBeLessThanOrEqual(30);
      expect(
        stories.filter(({ title, link }) => title === "" || !isPage(link)),
        file,
      ).toEqual([]);
      const dates = stories.map(({ date }) => date);
      expect(dates, file).toEqual(dates.toSorted((a, b) => b - a));
    }
  });

  it("says the same in its three formats", () => {
    const [rss, atom, json] = ["feed.xml", "atom.xml", "feed.json"].map((file) => storiesOf(text(file)));
    expect(atom).toEqual(rss);
    expect(json).toEqual(rss);
  });

  it("belongs to a page that names it", () => {
    const named = (page: string) => [
      ...text(page).matchAll(/<link rel="alternate" type="application\/(?:rss|atom|feed)\+[a-z]+" href="([^"]+)"/gu),
    ];
    for (const file of files("{topic,place,section,author}/*/feed.xml")) {
      const page = `${file.split("/").slice(0, 2).join("/")}.html`;
      expect(
        named(page).map(([, href]) => decodeURIComponent(href ?? "")),
        page,
      ).toContain(`/${file}`);
    }
    expect(named("index.html").map(([, href]) => href)).toEqual(["/feed.xml", "/atom.xml", "/feed.json", "/podcast.xml"]);
  });
});

type StoryInFeed = { title: string; link: string; date: number };

function storiesOf(source: string): StoryInFeed[] {
  const { format, feed } = parseFeed(source);
  const story = (title?: string, link?: string, date?: string) => ({ title: title ?? "", link: link ?? "", date: Date.parse(date ?? "") });
  switch (format) {
    case "rss":
      return (feed.items ?? []).map(({ title, link, pubDate }) => story(title, link, pubDate));
    case "atom":
      return (feed.entries ?? []).map(({ title, links, published }) =>
        story(title?.value, links?.find(({ rel }) => rel !== "self")?.href, published),
      );
    case "json":
      return (feed.items ?? []).map(({ title, url, date_published: date }) => story(title, url, date));
    default:
      throw new Error(`A feed in ${format}.`);
  }
}

describe("what search engines are told", () => {
  it("is every page, and nothing else", () => {
    const listed = [...text("sitemap.xml").matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, address]) => fileOf(address ?? ""));
    // A post is found by its live blog.
    const pages = files("**/*.html").filter((file) => !POST.test(file) && !/<meta name="robots" content="noindex">/u.test(text(file)));
    expect(listed.toSorted()).toEqual(pages);
  });

  it("names each page by one address", () => {
    const addresses = files("**/*.html").flatMap((file) => /<link rel="canonical" href="([^"]+)"/u.exec(text(file))?.[1] ?? []);
    const forwarding = files("**/*.html").filter((file) => text(file).includes('http-equiv="refresh"'));
    expect(new Set(addresses).size).toBe(addresses.length - forwarding.length);
  });

  it("is what each page is about, in words that machines know", () => {
    for (const file of files("**/*.html").filter((name) => /<link rel="canonical"/u.test(text(name)) && !text(name).includes("refresh"))) {
      const [, data = ""] = /<script type="application\/ld\+json">([^<]*)<\/script>/u.exec(text(file)) ?? [];
      const { "@graph": graph }: { "@graph": { "@type": string }[] } = JSON.parse(data);
      const types = graph.map((thing) => thing["@type"]);
      const expected = POST.test(file)
        ? "BlogPosting"
        : file === `article/${LIVE_BLOG}.html`
          ? "LiveBlogPosting"
          : /^article\/[^/]+$/u.test(file)
            ? "NewsArticle"
            : file === "index.html"
              ? "WebSite"
              : (OWN_PAGES[file] ?? "CollectionPage");
      expect(types, file).toContain(expected);
      for (const property of ["og:title", "og:type", "og:url", "og:site_name"])
        expect(text(file), file).toContain(`property="${property}"`);
      expect(text(file), file).toContain('name="twitter:card"');
      expect(text(file), file).toContain('name="description"');
    }
  });

  it("tells of Operation Rescue what its page says", () => {
    const [, data = ""] = /<script type="application\/ld\+json">([^<]*)<\/script>/u.exec(text("article/operation-rescue.html")) ?? [];
    const { "@graph": graph }: { "@graph": unknown[] } = JSON.parse(data);
    expect(graph).toMatchObject([
      {
        "@type": "NewsArticle",
        headline: "Europol counts 670 suspects and 230 children brought to safety",
        articleSection: "Crime",
        author: [{ "@type": "Organization", name: "Crime desk" }],
        datePublished: "2011-03-17T09:30:00Z",
        dateline: "The Hague",
        inLanguage: "en",
        keywords: ["Operation Rescue", "Europol", "Child Exploitation and Online Protection", "CEOP", "Internet crime"],
        isAccessibleForFree: true,
      },
      { "@type": "BreadcrumbList", itemListElement: [{ name: "Broadsheet" }, { name: "Crime" }, { position: 3 }] },
    ]);
  });
});

describe("what browsers are told", () => {
  it("is where the icons of the paper are", () => {
    const { icons, start_url: start }: { icons: { src: string }[]; start_url: string } = JSON.parse(text("manifest.webmanifest"));
    expect(start).toBe("/");
    expect(icons.map(({ src }) => existsSync(join(inject("sampleSite"), src)))).toEqual([true, true, true, true]);
  });

  it("is how to search the paper", () => {
    const [, template = ""] = /template="([^"]+)"/u.exec(text("opensearch.xml")) ?? [];
    expect(template).toBe(`${ADDRESS}search?q={searchTerms}`);
    expect(isPage(`${ADDRESS}search`)).toBe(true);
  });
});

describe("every data file of the sample edition", () => {
  it("keeps the contract", () => {
    const all = files("data/**/*.json").filter((file) => !file.startsWith("data/search/"));
    expect(all.length).toBeGreaterThan(200);
    for (const file of all) expect(() => parse(schemaOf(file.slice("data/".length)), JSON.parse(text(file)), file)).not.toThrow();
  });
});

/** The live blog of the sample edition, and the pages of its posts. */
const LIVE_BLOG = "eclipse-hour-by-hour";
const POST = /^article\/[^/]+\/post\//u;

/** The pages of the sample edition, and what each of them is. */
const OWN_PAGES: Record<string, string> = {
  "about.html": "AboutPage",
  "contact.html": "ContactPage",
  "imprint.html": "WebPage",
  "privacy.html": "WebPage",
};

function schemaOf(file: string): GenericSchema {
  if (file === "edition.json") return EditionSchema;
  if (file === "fresh.json") return FreshSchema;
  if (file === "front.json") return FrontPageSchema;
  if (file === "recent-threads.json") return RecentThreadsSchema;
  if (file === "corrections.json") return CorrectionsPageSchema;
  if (file === "public-record.json") return RecordFileSchema;
  if (file.endsWith("/versions.json")) return VersionsPageSchema;
  if (file === `article/${LIVE_BLOG}/live.json`) return LiveFileSchema;
  if (POST.test(file)) return PostsPageSchema;
  if (file.startsWith("article/")) return ArticlePageSchema;
  if (file.replace(/json$/u, "html") in OWN_PAGES) return StaticPageSchema;
  if (/^archive(?:\/\d+)?\.json$/u.test(file)) return ArchivePageSchema;
  return /^(?:topics|places)(?:\/[^/]+)?\.json$/u.test(file) ? IndexPageSchema : ListPageSchema;
}
