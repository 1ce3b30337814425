import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPaper, LANGUAGES_PAPER, PARTS_PAPER } from "../support/languagesPaper.ts";

const ADDRESS = "https://post.example";

let folder = "";
let files = new Map<string, string>();
let problems: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-editions-"));
  ({ files, problems } = await buildPaper(join(folder, "paper")));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (file: string): string => {
  const found = files.get(file);
  if (found === undefined) throw new Error(`There is no ${file}, but ${[...files.keys()].join(", ")}.`);
  return found;
};
const page = (file: string): Document => parseHTML(text(file)).document;
const addressOf = (file: string): string => `${ADDRESS}/${encodeURI(file.replace(/\.html$/u, "")).replace(/^index$/u, "")}`;
const fileAt = (path: string): string => decodeURIComponent(path.replace(/^\//u, "").replace(/[?#].*$/u, ""));
const pages = (): [file: string, document: Document][] =>
  [...files.keys()].filter((file) => file.endsWith(".html")).map((file) => [file, page(file)]);
const alternates = (document: Document): [language: string, address: string][] =>
  [...document.querySelectorAll("head link[hreflang]")].map((link) => [
    link.getAttribute("hreflang") ?? "",
    link.getAttribute("href") ?? "",
  ]);
const inSitemap = (file: string): Map<string, [string, string][]> =>
  new Map(
    [...text(file).matchAll(/<url><loc>([^<]*)<\/loc>(.*?)<\/url>/gu)].map(([, loc = "", rest = ""]) => [
      loc,
      [...rest.matchAll(/hreflang="([^"]*)" href="([^"]*)"/gu)].map(([, language = "", href = ""]): [string, string] => [language, href]),
    ]),
  );
const slugsIn = (file: string): string[] => [
  ...new Set([...text(file).matchAll(/"slug":"([^"]+)","headline"/gu)].map(([, slug = ""]) => slug)),
];

describe("a site with editions in three languages", () => {
  it("is made without complaint", () => expect(problems).toEqual([]));

  it("names in each page all pages that say the same, and each of them names it back", () => {
    const told = new Map(pages().map(([file, document]) => [addressOf(file), alternates(document)]));
    const some = [...told].filter(([, all]) => all.length > 0);
    expect(some.length).toBeGreaterThan(20);
    for (const [address, all] of some) {
      expect(all.map(([, href]) => href)).toContain(address);
      expect(all.filter(([language]) => language === "x-default")).toHaveLength(1);
      expect(new Set(all.map(([language]) => language)).size).toBe(all.length);
      for (const [, href] of all) expect({ href, names: told.get(href) }).toEqual({ href, names: all });
    }
  });

  it.each([
    ["index.html", ["ar", "en", "nl", "x-default"], "/"],
    ["nl.html", ["ar", "en", "nl", "x-default"], "/"],
    ["article/ferry.html", ["ar", "en", "nl", "x-default"], "/article/ferry"],
    ["nl/topic/ferries.html", ["en", "nl", "x-default"], "/topic/ferries"],
    ["nl/section/world.html", ["en", "nl", "x-default"], "/section/world"],
    ["nl/archive/2024.html", ["ar", "en", "nl", "x-default"], "/archive/2024"],
    ["nl/about.html", ["en", "nl", "x-default"], "/about"],
    ["nl/article/molen.html", [], undefined],
  ])("tells of %s where it is in other languages", (file, languages, original) => {
    const all = alternates(page(file));
    expect(all.map(([language]) => language)).toEqual(languages);
    expect(all.at(-1)?.[1]).toBe(original && `${ADDRESS}${original}`);
  });

  it("has each page in the sitemap of its edition, with the same alternates", () => {
    const sitemaps = ["", "nl/", "ar/"].map((prefix) => inSitemap(`${prefix}sitemap.xml`));
    const [main = new Map(), dutch = new Map()] = sitemaps;
    expect([...dutch.keys()].every((address) => /^https:\/\/post\.example\/nl(?:\/|$)/u.test(address))).toBe(true);
    expect([...main.keys()].some((address) => /\/(?:nl|ar)(?:\/|$)/u.test(address.slice(ADDRESS.length)))).toBe(false);
    const all = new Map(sitemaps.flatMap((each) => [...each]));
    const indexed = pages().filter(([, document]) => document.querySelector("meta[name=robots]") === null);
    expect([...all.keys()].toSorted()).toEqual(indexed.map(([file]) => addressOf(file)).toSorted());
    for (const [file, document] of indexed) expect(all.get(addressOf(file))).toEqual(alternates(document));
    expect(text("robots.txt")).toContain(`Sitemap: ${ADDRESS}/nl/sitemap.xml`);
    expect(text("nl/news-sitemap.xml")).toContain("<news:language>nl</news:language>");
  });

  it("has in each edition the stories in its language alone", () => {
    expect(slugsIn("data/latest.json").toSorted()).toEqual(["ebbe", "ferry", "tide"]);
    expect(slugsIn("data/nl/latest.json").toSorted()).toEqual(["ferry-nl", "molen"]);
    expect(slugsIn("data/ar/latest.json")).toEqual(["abbara"]);
    expect(slugsIn("data/nl/front.json").toSorted()).toEqual(["ferry-nl", "molen"]);
    expect(slugsIn("data/nl/place/delft.json")).toEqual(["ferry-nl"]);
    expect(files.has("data/topic/molens.json")).toBe(false);
    expect(files.has("nl/topic/tides.html")).toBe(false);
  });

  it("calls subjects and itself by the names of its language", () => {
    expect(page("nl/section/world.html").querySelector("h1")?.textContent).toContain("Wereld");
    expect(page("section/world.html").querySelector("h1")?.textContent).toContain("World");
    expect(page("nl/topic/ferries.html").querySelector("h1")?.textContent).toContain("Veerboten");
    expect(JSON.parse(text("data/nl/edition.json"))).toMatchObject({ name: "De Havenpost", language: "nl", date: "2024-06-01" });
    expect(page("nl.html").querySelector(".edition")?.textContent).toContain("Nieuws van de kust");
    expect(page("ar.html").title).toContain("بريد الميناء");
  });

  it.each([
    ["nl/topic/ferries.html", ["De Havenpost", "Onderwerpen van A tot Z", "Veerboten"]],
    ["nl/archive/2024.html", ["De Havenpost", "Archief op datum", "2024"]],
    ["topic/ferries.html", ["The Harbour Post", "Topics A to Z", "Ferries"]],
  ])("tells search engines the way to %s in the words of its edition", (file, names) => {
    const { "@graph": graph } = JSON.parse(page(file).querySelector('script[type="application/ld+json"]')?.textContent ?? "");
    const crumbs = graph.find((thing: { "@type": string }) => thing["@type"] === "BreadcrumbList");
    expect(crumbs.itemListElement.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  it("speaks the language of the edition, in its direction", () => {
    const attributes = (file: string) => ["lang", "dir"].map((name) => page(file).documentElement.getAttribute(name));
    expect(attributes("nl/latest.html")).toEqual(["nl", "ltr"]);
    expect(attributes("ar/latest.html")).toEqual(["ar", "rtl"]);
    expect(attributes("latest.html")).toEqual(["en", "ltr"]);
    expect(page("nl/latest.html").querySelector("h1")?.textContent).toContain("Laatste");
    expect(page("ar/404.html").querySelector("h1")?.textContent).not.toBe(page("404.html").querySelector("h1")?.textContent);
    expect(page("nl/search.html").documentElement.getAttribute("lang")).toBe("nl");
  });

  it("leads from no page to what is not there", () => {
    const moved = new Set(Object.keys(JSON.parse(text("redirects.json"))));
    const isThere = (path: string): boolean =>
      [`${fileAt(path)}.html`, fileAt(path), "index.html"].some((file, at) => (at < 2 || path === "/") && files.has(file)) ||
      moved.has(path);
    const dead = pages().flatMap(([file, document]) =>
      [...document.querySelectorAll('a[href^="/"], link[href^="/"]')]
        .map((link) => link.getAttribute("href") ?? "")
        .filter((href) => !href.startsWith("/assets/") && !/^\/(?:icon|sw)\b/u.test(href) && !isThere(href))
        .map((href) => `${file}: ${href}`),
    );
    expect(dead).toEqual([]);
  });

  it("stays in an edition wherever its menus, lists and stories lead, but for the switch and what a text names", () => {
    const out = pages()
      .filter(([file]) => file.startsWith("nl/"))
      .flatMap(([file, document]) =>
        [...document.querySelectorAll("a[href^='/']")]
          .filter((link) => link.closest(".languages, nav[aria-label='Lees dit in het'], .prose") === null)
          .map((link) => `${file}: ${link.getAttribute("href")}`),
      )
      .filter((line) => !/: \/nl(?:\/|$)/u.test(line));
    expect(out).toEqual([]);
  });

  it("has a switch on each page, which says where there is no translation", () => {
    const ways = (file: string) =>
      [...page(file).querySelectorAll(".languages li")].map((item) => [
        item.querySelector("a")?.getAttribute("href") ?? "here",
        item.textContent?.replaceAll(/[\u2066-\u2069]/gu, "").trim(),
      ]);
    expect(ways("article/ferry.html")).toEqual([
      ["here", "English"],
      ["/nl/article/ferry-nl", "Nederlands"],
      ["/ar/article/abbara", "العربية"],
    ]);
    expect(ways("nl/topic/ferries.html")).toEqual([
      ["/topic/ferries", "English"],
      ["here", "Nederlands"],
      ["/ar", "العربية (niet vertaald: voorpagina)"],
    ]);
    expect(ways("imprint.html")[1]).toEqual(["/nl", "Nederlands (no translation: front page)"]);
    for (const [file, document] of pages())
      if (document.querySelector("main")) expect(`${file}: ${document.querySelectorAll(".languages li").length}`).toBe(`${file}: 3`);
  });

  it("has feeds of its own in each edition", () => {
    const feed = text("nl/feed.xml");
    expect(feed).toContain("<language>nl</language>");
    expect([...new Set([...feed.matchAll(/<link>([^<]*)<\/link>/gu)].map(([, link]) => link))]).toEqual([
      `${ADDRESS}/nl`,
      `${ADDRESS}/nl/article/molen`,
      `${ADDRESS}/nl/article/ferry-nl`,
    ]);
    expect(text("feed.xml")).not.toContain("veerboot");
    expect(files.has("nl/atom.xml")).toBe(true);
    expect(page("nl/topic/ferries.html").querySelector('link[type="application/rss+xml"]')?.getAttribute("href")).toBe("/nl/feed.xml");
  });

  it("links texts across editions, and leads on from where a story was before", () => {
    const links = (file: string) => [...page(file).querySelectorAll(".prose a[href^='/']")].map((link) => link.getAttribute("href"));
    expect(links("nl/article/ferry-nl.html")).toEqual(["/article/ferry", "/nl/article/molen"]);
    expect(links("article/tide.html")).toEqual(["/nl/article/molen"]);
    expect(JSON.parse(text("redirects.json"))).toMatchObject({ "/article/molen": "/nl/article/molen" });
    expect(text("article/molen.html")).toContain("url=/nl/article/molen");
  });

  it("says in each page where the edition, its data and its manifest are", () => {
    const meta = (name: string) => page("nl/latest.html").querySelector(`meta[name="broadsheet-${name}"]`)?.getAttribute("content");
    expect([meta("base"), meta("prefix"), meta("data")]).toEqual(["/", "/nl", "/data/nl/"]);
    expect(page("latest.html").querySelector('meta[name="broadsheet-prefix"]')).toBeNull();
    expect(JSON.parse(text("nl/manifest.webmanifest"))).toMatchObject({ start_url: "/nl", scope: "/", lang: "nl", name: "De Havenpost" });
    expect(text("nl/opensearch.xml")).toContain(`${ADDRESS}/nl/search?q=`);
  });
});

describe("what few stories have", () => {
  let made = new Map<string, string>();
  beforeAll(async () => {
    ({ files: made } = await buildPaper(join(folder, "parts"), PARTS_PAPER));
  }, 60_000);
  const main = (file: string) => parseHTML(made.get(file) ?? "").document.querySelector("main");

  it.each([
    ["a discussion", "article/parts", "Discuss at forum.example", "article/delen", "Meepraten op forum.example"],
    ["a recording", "article/parts", "Podcast feed", "article/delen", "Podcastfeed"],
    ["a live blog", "article/landing", "Key events", "article/landen", "Belangrijkste momenten"],
    ["corrections", "corrections", "Follow corrections as a feed", "corrections", "Rectificaties volgen via een feed"],
  ])("speaks of %s in the language of the edition", (_name, english, said, dutch, inDutch) => {
    expect(main(`${english}.html`)?.textContent).toContain(said);
    expect(main(`nl/${dutch}.html`)?.textContent).toContain(inDutch);
    expect(main(`nl/${dutch}.html`)?.textContent).not.toContain(said);
  });

  it("has in each edition its own feed of corrections", () =>
    expect(
      ["", "nl/"].map((edition) => main(`${edition}corrections.html`)?.querySelector("a[href$='.xml']")?.getAttribute("href")),
    ).toEqual(["/corrections/feed.xml", "/nl/corrections/feed.xml"]));
});

it("changes nothing in a paper that declares no languages", async () => {
  const { languages: _languages, ...edition } = JSON.parse(LANGUAGES_PAPER["edition.json"] ?? "");
  const plain = await buildPaper(join(folder, "plain"), { ...LANGUAGES_PAPER, "edition.json": JSON.stringify(edition) });
  expect([...plain.files.keys()].filter((file) => /^(?:data\/)?(?:nl|ar)\//u.test(file) && !/(?:feed|atom)\.\w+$/u.test(file))).toEqual([
    "data/nl/about.json",
    "nl/about.html",
  ]);
  expect(plain.files.get("data/edition.json")).not.toContain("editions");
  expect(plain.files.get("article/molen.html")).not.toMatch(/class="page languages"|broadsheet-prefix/u);
  expect(plain.files.get("data/latest.json")).toContain("molen");
});
