import { createHash } from "node:crypto";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { linked } from "../support/linked.ts";
import { makeArticle, makeArticles, makeImage, ref } from "../support/makeArticle.ts";
import { prerendered, prerenderedPage } from "../support/prerendered.ts";

const attribute = (document: Document, selector: string, name: string) => document.querySelector(selector)?.getAttribute(name);
const content = (document: Document, key: string) => attribute(document, `meta[name="${key}"], meta[property="${key}"]`, "content");

/** The things of schema.org that a page says it is, by their type. */
function things(document: Document): Record<string, Record<string, unknown>> {
  const text = document.querySelector('script[type="application/ld+json"]')?.textContent ?? "{}";
  const { "@graph": graph }: { "@graph": { "@type": string; [property: string]: unknown }[] } = JSON.parse(text);
  return Object.fromEntries(graph.map((thing) => [thing["@type"], thing]));
}

describe("a page of HTML", () => {
  it("holds the story without any script", async () => {
    const document = await prerenderedPage("article/a-story.html", [makeArticle({ headline: "Tea & <i>cake</i>" })]);
    expect(document.querySelector("h1")?.textContent).toBe("Tea & <i>cake</i>");
    expect(document.querySelector("main")?.textContent).toContain("Words of a-story.");
  });

  it("has its title once, in its head", async () => {
    const document = await prerenderedPage("article/a-story.html", [makeArticle({ headline: "Tea & cake" })]);
    expect(document.querySelectorAll("title")).toHaveLength(1);
    expect(document.head.querySelector("title")?.textContent).toContain("Tea & cake");
  });

  it("names files from the base, so that a page at any depth finds them", async () => {
    const document = await prerenderedPage("topic/tea.html", [makeArticle({ topics: [ref("Tea")] })], {
      site: { url: "https://example.org/paper/", base: "/paper/", data: "/paper/data/" },
    });
    expect(attribute(document, 'script[type="module"]', "src")).toBe("/paper/assets/main-1.js");
    expect(attribute(document, 'body > link[as="style"]', "href")).toBe("/paper/assets/style-1.css");
    expect(attribute(document, "main h3 a, main h2 a", "href")).toBe("/paper/article/a-story");
    expect(content(document, "broadsheet-base")).toBe("/paper/");
  });

  it("runs no script of its own but the one that its policy knows by its hash, and has no style attribute", async () => {
    const html = [...(await prerendered(makeArticles(25, () => ({ topics: [ref("Tea")] })))).values()];
    for (const text of html) {
      const { document } = parseHTML(text);
      const inline = [...document.querySelectorAll("script:not([src])")].filter(
        ({ type }: Element & { type?: string }) => !type?.includes("json"),
      );
      expect(inline).toHaveLength(1);
      expect(document.querySelector("[style]")).toBeNull();
      expect(attribute(document, 'meta[http-equiv="Content-Security-Policy"]', "content")).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/u);
    }
  });

  it("brings the styles of its first paint along, which its policy knows by their hash", async () => {
    const document = await prerenderedPage("article/a-story.html", [makeArticle()]);
    const [style, ...others] = [...document.querySelectorAll("style")].map(({ textContent }) => textContent);
    expect(others).toEqual([]);
    expect(style).toBe("p{margin:0}");
    const hash = createHash("sha256").update(String(style)).digest("base64");
    expect(attribute(document, 'meta[http-equiv="Content-Security-Policy"]', "content")).toContain(`style-src 'self' 'sha256-${hash}';`);
  });

  it("names its fonts apart, before the script that lets them hold for whoever has chosen a typeface; a script names those that are fetched", async () => {
    const faces = "@font-face{font-family:Text;src:url(/assets/x.woff2)}";
    const styles = { first: faces.replace("/assets", "."), rest: "p{font-family:Text}" };
    const html = (await prerendered([makeArticle()], { styles })).get("article/a-story.html");
    expect(html).toContain(`<style media="not all">${faces}</style>`);
    expect(html?.indexOf("<style")).toBeLessThan(html?.indexOf("<script>") ?? -1);
    expect(html).toContain(`'sha256-${createHash("sha256").update(faces).digest("base64")}'`);
    expect(html).toContain('data-fonts="text-core-1"');
    expect(html).toMatch(/<noscript><link rel="stylesheet"[^>]* href="\/assets\/first-1\.css"><\/noscript>/u);
  });

  it("lets nothing wait for the app and the other styles: they come last, and after all else", async () => {
    const document = await prerenderedPage("article/a-story.html", [makeArticle()]);
    const late = [...document.querySelectorAll("script[src], :not(noscript) > link[as=style], link[rel=modulepreload]")];
    expect(late.map((element) => element.getAttribute("rel"))).toEqual([null, "preload"]);
    expect(attribute(document, 'noscript > link[href$="/style-1.css"]', "rel")).toBe("stylesheet");
    for (const element of late) {
      expect(element.parentElement).toBe(document.body);
      expect(element.getAttribute("fetchpriority")).toBe("low");
    }
  });

  it("asks for the picture of a story first, before its policy, in the kind and width that the page will draw", async () => {
    const image = {
      ...makeImage("a-sky"),
      sources: [320, 720].map((width) => ({ url: `pictures/a-sky-${width}.webp`, type: "image/webp", width })),
    };
    const document = await prerenderedPage("article/a-story.html", [makeArticle({ image })]);
    const [first, ...others] = document.querySelectorAll("link[rel=preload]:not([as=style])");
    const drawn = document.querySelector(".hero source");
    expect(first?.getAttribute("as")).toBe("image");
    expect(first?.getAttribute("type")).toBe(drawn?.getAttribute("type"));
    // As React spells them; to HTML, case makes no difference.
    expect(first?.getAttribute("imageSrcSet")).toContain("a-sky-720.webp 720w");
    expect(first?.getAttribute("imageSrcSet")).toBe(drawn?.getAttribute("srcSet"));
    expect(first?.getAttribute("imageSizes")).toBe(drawn?.getAttribute("sizes"));
    expect(others).toEqual([]);
    expect(document.querySelector("link, meta[http-equiv]")).toBe(first);
  });

  it("names the scripts of its kind and language, so that the app can come in one go", async () => {
    const all = await prerendered([makeArticle({ topics: [ref("Tea")] })], {
      site: { url: "https://example.org/p/", base: "/p/", data: "/p/data/" },
    });
    const chunks = (file: string) => /data-chunks="([^"]*)"/u.exec(all.get(file) ?? "")?.[1];
    expect(chunks("article/a-story.html")).toBe("app words story");
    expect(chunks("topic/tea.html")).toBe("app words lists");
    expect(chunks("search.html")).toBe("app words more words search");
    expect(chunks("404.html")).toBe("app words");
  });

  it("lets data come from elsewhere when it lives there", async () => {
    const document = await prerenderedPage("index.html", [makeArticle()], {
      site: { url: "https://example.org/", base: "/", data: "https://data.example.org/paper/" },
    });
    const policy = attribute(document, 'meta[http-equiv="Content-Security-Policy"]', "content");
    expect(policy).toContain("connect-src 'self' https://data.example.org;");
    expect(policy).toContain("img-src 'self' https://data.example.org;");
    expect(content(document, "broadsheet-data")).toBe("https://data.example.org/paper/");
  });

  it("is written for an address that is not in Latin letters under its plain name", async () => {
    expect([...(await prerendered([makeArticle({ slug: "بنسلين" })])).keys()]).toContain("article/بنسلين.html");
  });
});

describe("what a page says of itself", () => {
  const story = makeArticle({
    headline: "Tea & cake",
    standfirst: "A “quoted” <summary>",
    section: ref("Science"),
    topics: [ref("Tea")],
    places: [ref("The Hague")],
    authors: [{ ...ref("Science desk"), kind: "desk" }],
    dateModified: "2024-04-23T09:30:00Z",
    image: { ...makeImage("cup"), url: "/pictures/cup-1a2b3c4d.jpg" },
    citations: [{ title: "A source", url: "https://example.com/" }],
    corrections: [{ date: "2024-04-23T00:00:00Z", children: [{ type: "text", text: "It was tea." }] }],
  });

  it("is its address, summary and picture for those who link to it", async () => {
    const document = await prerenderedPage("article/a-story.html", [story]);
    expect(attribute(document, 'link[rel="canonical"]', "href")).toBe("https://example.org/article/a-story");
    expect(content(document, "description")).toBe("A “quoted” <summary>");
    expect(content(document, "og:title")).toBe("Tea & cake");
    expect(content(document, "og:type")).toBe("article");
    expect(content(document, "og:image")).toBe("https://example.org/pictures/cup-1a2b3c4d.jpg");
    expect(content(document, "twitter:card")).toBe("summary_large_image");
    expect(content(document, "article:published_time")).toBe("2024-04-22T07:10:00Z");
  });

  it("shows a drawing to social networks and search engines by its bitmap, or not at all", async () => {
    const card = { url: "/pictures/cup-1a2b3c4d-card.png", width: 1200, height: 750 };
    const document = await prerenderedPage("article/a-story.html", [{ ...story, image: { ...makeImage("cup"), card } }]);
    expect(content(document, "og:image")).toBe("https://example.org/pictures/cup-1a2b3c4d-card.png");
    expect(content(document, "og:image:width")).toBe("1200");
    expect(document.querySelector('script[type="application/ld+json"]')?.textContent).toContain("cup-1a2b3c4d-card.png");
    const without = await prerenderedPage("article/a-story.html", [{ ...story, image: makeImage("cup") }]);
    expect(content(without, "og:image")).toBeUndefined();
    expect(content(without, "twitter:card")).toBe("summary");
  });

  it("keeps the first address of a story that was published elsewhere before", async () => {
    const document = await prerenderedPage("article/a-story.html", [{ ...story, url: "https://first.example/tea" }]);
    expect(attribute(document, 'link[rel="canonical"]', "href")).toBe("https://first.example/tea");
  });

  it("names pages by path where the site's address is not known", async () => {
    const document = await prerenderedPage("article/a-story.html", [story], {
      site: { url: "/paper/", base: "/paper/", data: "/paper/data/" },
    });
    expect(attribute(document, 'link[rel="canonical"]', "href")).toBe("/paper/article/a-story");
  });

  it("leads to its JSON and to its feeds", async () => {
    const document = await prerenderedPage("topic/tea.html", [story]);
    const alternates = [...document.querySelectorAll('link[rel="alternate"]')].map((link) => link.getAttribute("href"));
    expect(alternates).toEqual(["/feed.xml", "/atom.xml", "/feed.json", "/data/topic/tea.json"]);
  });

  it("is a NewsArticle with its trail for search engines", async () => {
    const { NewsArticle, BreadcrumbList } = things(await prerenderedPage("article/a-story.html", [story]));
    expect(NewsArticle).toMatchObject({
      headline: "Tea & cake",
      articleSection: "Science",
      keywords: ["Tea"],
      author: [{ "@type": "Organization", name: "Science desk" }],
      dateModified: "2024-04-23T09:30:00Z",
      citation: [{ name: "A source" }],
      correction: [{ text: "It was tea." }],
      contentLocation: [{ name: "The Hague" }],
    });
    expect(BreadcrumbList).toMatchObject({ itemListElement: [{ name: "The Paper" }, { name: "Science" }, { name: "Tea & cake" }] });
  });

  it("cannot be ended by a headline", async () => {
    const document = await prerenderedPage("article/a-story.html", [makeArticle({ headline: "</script><script>alert(1)</script>" })]);
    expect(things(document)["NewsArticle"]).toMatchObject({ headline: "</script><script>alert(1)</script>" });
  });

  it("escapes a list's name once", async () => {
    const document = await prerenderedPage("topic/rhythm-blues.html", [
      makeArticle({ topics: [{ slug: "rhythm-blues", name: "Rhythm & Blues" }] }),
    ]);
    expect(content(document, "og:title")).toContain("Rhythm & Blues");
  });

  it("takes the first words of a story without a summary, whole ones", async () => {
    const text = "The river rose slowly over two days. ".repeat(10);
    const document = await prerenderedPage("article/a-story.html", [
      makeArticle({ body: [{ type: "paragraph", children: [{ type: "text", text }] }] }),
    ]);
    const said = content(document, "description") ?? "";
    expect(said.length).toBeLessThanOrEqual(201);
    expect(said).toMatch(/ (?:The|river|rose|slowly|over|two|days\.)…$/u);
  });

  it("leads to the pages beside it in a list by links alone: Firefox would fetch one that the head names", async () => {
    const many = makeArticles(65, () => ({ topics: [ref("Tea")] }));
    const document = await prerenderedPage("topic/tea/page/2.html", many);
    expect(attribute(document, 'a[rel="next"]', "href")).toBe("/topic/tea/page/1");
    expect(document.querySelector("link[rel=next], link[rel=prev]")).toBeNull();
    expect(attribute(document, 'a[rel="prev"]', "href")).toMatch(/^\/topic\/tea(?:\/page\/3)?$/u);
  });
});

describe("an address that is no page of the edition any more", () => {
  it.each([
    ["/2013/05/tea/", "2013/05/tea/index.html"],
    ["/old/tea.html", "old/tea.html"],
    ["/tea", "tea.html"],
    ["/caf%C3%A9", "café.html"],
  ])("leads on from the old address %s", async (from, file) => {
    const document = await prerenderedPage(file, [makeArticle()], { redirects: [{ from, to: "/article/a-story" }] });
    expect(attribute(document, "meta[http-equiv=refresh]", "content")).toBe("0; url=/article/a-story");
    expect(attribute(document, "a", "href")).toBe("/article/a-story");
    expect(attribute(document, "link[rel=canonical]", "href")).toBe("https://example.org/article/a-story");
    expect(content(document, "robots")).toBe("noindex");
  });

  it("leads on from an old address below the base, which its file does not name twice", async () => {
    const site = { url: "https://example.org/paper/", base: "/paper/", data: "/paper/data/" };
    const redirects = [{ from: "/paper/old", to: "/article/a-story" }];
    const document = await prerenderedPage("old.html", [makeArticle()], { site, redirects });
    expect(attribute(document, "meta[http-equiv=refresh]", "content")).toBe("0; url=/paper/article/a-story");
  });

  it("leads on to another site", async () => {
    const document = await prerenderedPage("shop.html", [makeArticle()], {
      redirects: [{ from: "/shop", to: "https://shop.example/?a=1" }],
    });
    expect(attribute(document, "meta[http-equiv=refresh]", "content")).toBe("0; url=https://shop.example/?a=1");
  });

  it("has no file if only its query tells it apart, if it is a pattern, or for a feed", async () => {
    const redirects = ["/?p=12", "/rss", "/2019/*"].map((from) => ({ from, to: from === "/rss" ? "/feed.xml" : "/article/a-story" }));
    const all = await prerendered([makeArticle()], {
      redirects: redirects.map((each) => (each.from.endsWith("*") ? { ...each, isPattern: true } : each)),
    });
    expect([...all.values()].some((html) => html.includes('http-equiv="refresh"'))).toBe(false);
  });
});

describe("the pages of accounts", () => {
  it("are written for an edition that has accounts, and for no search engine", async () => {
    const { edition } = linked([makeArticle()], { name: "The Paper" });
    const without = await prerendered([makeArticle()]);
    expect([...without.keys()].filter((file) => file.startsWith("account"))).toEqual([]);
    const pages = await prerendered([makeArticle()], { edition: { ...edition, accounts: true } });
    const written = ["account.html", "account/verify.html", "account/reset.html", "account/alerts/leave.html"];
    expect([...pages.keys()].filter((file) => file.startsWith("account"))).toEqual(written);
    for (const file of written) expect(pages.get(file)).toContain('<meta name="robots" content="noindex">');
    expect(pages.get("article/a-story.html")).toContain('href="/account"');
    expect(without.get("article/a-story.html")).not.toContain('href="/account"');
  });
});
