import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { siteAt } from "#compiler/write/siteAt.ts";
import { folderOf } from "../../support/importing.ts";
import { makeArticle } from "../../support/makeArticle.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { type Written, written } from "../../support/written.ts";

describe("where an edition will be read", () => {
  it.each([
    ["https://example.org", undefined, { url: "https://example.org/", base: "/" }],
    ["https://example.org/paper", undefined, { url: "https://example.org/paper/", base: "/paper/" }],
    ["https://example.org/", "paper", { url: "https://example.org/paper/", base: "/paper/" }],
    [undefined, "/paper/", { url: "http://localhost:4321/paper/", base: "/paper/" }],
    [undefined, undefined, { url: "http://localhost:4321/", base: "/" }],
  ])("with the address %s and the base %s", (url, base, site) => {
    expect(siteAt(url, base)).toEqual(site);
  });
});

describe("robots.txt", () => {
  it("lets everyone read, and says where the sitemaps are once there is an address", async () => {
    expect((await written([])).text("robots.txt")).toBe(
      "User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\nSitemap: https://example.org/news-sitemap.xml\n",
    );
    expect((await written([], { json: { url: undefined } })).text("robots.txt")).not.toContain("Sitemap");
  });
});

describe("old addresses", () => {
  const moved = (oldUrls: string[], base = "/") =>
    written([makeArticle({ slug: "voyager", oldUrls }), makeArticle({ slug: "mars" })], { base });

  /** Without the patterns that every site has. */
  const oldAddresses = ({ text }: Written): string => text("_redirects").replaceAll(/^.*\/:slug\/.*\n/gmu, "");

  it("of feeds in formats that lists had before lead to the one that they have", async () => {
    const site = await moved([], "/paper/");
    for (const file of ["_redirects", "vercel.json"])
      expect(site.text(file)).toMatch(/\/paper\/topic\/:slug\/atom\.xml\W.*\s.*\/paper\/topic\/:slug\/feed\.xml\W/u);
  });

  it("lead to the story, full addresses by their path", async () => {
    const site = await moved(["/article/304791", "https://old.example.org/2024/04/voyager/"]);
    expect(site.redirects).toEqual([
      { from: "/article/304791", to: "/article/voyager" },
      { from: "/2024/04/voyager/", to: "/article/voyager" },
    ]);
    expect(oldAddresses(site)).toBe("/article/304791 /article/voyager 301\n/2024/04/voyager/ /article/voyager 301\n");
  });

  it("that differ by their query alone are for hosts that can tell them apart", async () => {
    const site = await moved(["/?p=123"]);
    expect(JSON.parse(site.text("redirects.json"))).toEqual({ "/?p=123": "/article/voyager" });
    expect(oldAddresses(site)).toBe("");
  });

  it("lead below the base", async () => {
    const site = await moved(["/old", "https://example.org/paper/older"], "/paper/");
    expect(oldAddresses(site)).toBe(["/paper/old", "/old", "/paper/older"].map((old) => `${old} /paper/article/voyager 301\n`).join(""));
  });

  it("cannot break out of their line", async () => {
    const site = await moved(['/old"; x\n/all /evil 301', "/stars/*/:slug"]);
    expect(oldAddresses(site).trim().split("\n")).toEqual([
      "/old%22;%20x/all%20/evil%20301 /article/voyager 301",
      "/stars/%2A/%3Aslug /article/voyager 301",
    ]);
  });

  it.each([
    ["/article/mars", "already leads to /article/mars"],
    ["/article/mars.html", "already leads to /article/mars"],
    ["/", "already leads to /"],
    ["/index.html", "already leads to /"],
    ["/404.html", "already leads to /404"],
    ["/search", "already leads to /search"],
    ["/search?q=x", "already leads to /search"],
    ["/offline/", "already leads to /offline"],
    ["/sw.js", "is a file that this edition needs itself"],
    ["/%73w.js?v=1", "is a file that this edition needs itself"],
    ["https://old.example.org/feed.xml", "is a file that this edition needs itself"],
    ["/sitemap.xml", "is a file that this edition needs itself"],
    ["/data/anything", "is a file that this edition needs itself"],
    ["/assets/index.js/", "is a file that this edition needs itself"],
    ["/.well-known/security.txt", "is a file that this edition needs itself"],
    ["/saved.html", "already leads to /saved"],
    ["mailto:x@example.org", "is not a web address or path"],
    ["/%E0%A4%A", "has an invalid percent encoding"],
    ["/a%00b", "has an invalid percent encoding"],
    ["/feed.xml/", "uses a file as a folder"],
    [`/${"x".repeat(300)}`, "is too long for the name of a file"],
  ])("like %s, from which no page can forward, are reported and left out", async (old, reason) => {
    const site = await moved([old]);
    expect(site.redirects).toEqual([]);
    expect(site.problems).toEqual([
      {
        severity: "warning",
        file: "article/voyager",
        about: old,
        message: `“${old}” ${reason}, so it does not lead to this story.`,
        remedy: "Remove it, or correct it.",
      },
    ]);
  });

  it.each(["/paper/sw.js", "/sw.js", "/paper/article/mars", "/paper/search"])(
    "like %s are left out below a base, too, where they are of this edition",
    async (old) => {
      const site = await moved([old], "/paper/");
      expect(site.redirects).toEqual([]);
      expect(site.problems).toHaveLength(1);
    },
  );

  it("that are refused are named by the story's file and line", async () => {
    const content = folderOf({ "a.md": "---\ntitle: A\ndate: 2024-01-01\naliases:\n  - /old\n  - /sw.js\n---\nText.\n" });
    const { problems, built } = await compile({ content, out: temporaryFolder() });
    expect(built?.redirects).toMatchObject([{ from: "/old" }]);
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: "warning", file: "a.md", line: 6, message: expect.stringContaining("/sw.js") }),
    );
  });

  it("that are the story's own address, or said twice, are no problem", async () => {
    const site = await moved([
      "/article/voyager",
      "/article/voyager.html",
      "/old",
      "/old/",
      "/old.html",
      "https://old.example.org/old/index.html",
    ]);
    expect(site.redirects).toEqual([{ from: "/old", to: "/article/voyager" }]);
    expect(site.problems).toEqual([]);
  });

  it("that two stories claim lead to the older one", async () => {
    const articles = ["b", "a"].map((slug, index) =>
      makeArticle({ slug, oldUrls: ["/old"], datePublished: `2024-01-0${index + 1}T00:00:00Z` }),
    );
    const site = await written(articles);
    expect(site.redirects).toEqual([{ from: "/old", to: "/article/b" }]);
    expect(site.problems).toEqual([
      expect.objectContaining({ file: "article/a", message: "“/old” already leads to /article/b, so it does not lead to this story." }),
    ]);
  });
});
