import { describe, expect, it } from "vitest";
import { CRAWLERS } from "#compiler/write/robots/crawlers.ts";
import { robotsHeaders } from "#compiler/write/robots/robots.ts";
import { written } from "../../../support/written.ts";

const robotsOf = async (robots: object) => (await written([], { json: { robots }, base: "/paper/" })).texts;

const RESERVED = '[{"location":"/paper/*","tdm-reservation":1}]';

describe("what a site says to crawlers", () => {
  it("is by default that everything is theirs", async () => {
    const site = await robotsOf({});
    expect(site.get("robots.txt")).toMatch(/^User-agent: \*\nDisallow:\n\nSitemap: /u);
    expect(site.has(".well-known/tdmrep.json")).toBe(false);
    expect(robotsHeaders({ allow: "all", lines: [] })).toEqual({});
  });

  it.each([
    ["no-training", ["GPTBot", "CCBot", "Google-Extended"], ["OAI-SearchBot", "Googlebot", "bingbot"]],
    ["search", ["GPTBot", "OAI-SearchBot", "PerplexityBot"], ["Googlebot", "bingbot", "Applebot"]],
  ] as const)("refuses those that %s excludes, and reserves text and data mining", async (allow, refused, allowed) => {
    const site = await robotsOf({ allow });
    const [all = "", others = "", sitemaps = ""] = (site.get("robots.txt") ?? "").split("\n\n");
    expect(all).toBe("User-agent: *\nDisallow:");
    expect(others.endsWith("\nDisallow: /")).toBe(true);
    const named = others.split("\n").map((line) => line.replace("User-agent: ", ""));
    expect(named).toEqual(expect.arrayContaining([...refused]));
    for (const name of allowed) expect(named).not.toContain(name);
    expect(sitemaps).toMatch(/^Sitemap: /u);
    expect(site.get(".well-known/tdmrep.json")).toBe(RESERVED);
    expect(robotsHeaders({ allow, lines: [] })).toEqual({ "TDM-Reservation": "1", "X-Robots-Tag": "noai, noimageai" });
  });

  it("turns everybody away with none, also in the headers", async () => {
    const site = await robotsOf({ allow: "none" });
    expect(site.get("robots.txt")).toMatch(/^User-agent: \*\nDisallow: \/\n\nSitemap: /u);
    expect(robotsHeaders({ allow: "none", lines: [] })["X-Robots-Tag"]).toBe("noindex, nofollow, noai, noimageai");
  });

  it("has the paper's own lines after all others", async () => {
    const text = (await robotsOf({ lines: ["User-agent: Slowbot", "Crawl-delay: 10"] })).get("robots.txt");
    expect(text).toContain("Disallow:\n\nUser-agent: Slowbot\nCrawl-delay: 10\n\nSitemap: ");
  });

  it("names each crawler once", () => {
    const all = Object.values(CRAWLERS)
      .flat()
      .map((name) => name.toLowerCase());
    expect(all).toHaveLength(new Set(all).size);
    expect(all).not.toContain("googlebot");
  });
});
