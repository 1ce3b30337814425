import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { pageRoutes } from "#reader/app/routes.tsx";
import { linked } from "../support/linked.ts";
import { makeArticle } from "../support/makeArticle.ts";
import { prerenderedPage } from "../support/prerendered.ts";

const attribute = (document: Document, selector: string, name: string) => document.querySelector(selector)?.getAttribute(name);

describe("what is no page of the edition", () => {
  it("has a page that says so, which search engines leave out", async () => {
    const document = await prerenderedPage("404.html", [makeArticle()]);
    expect(document.querySelector("h1")).not.toBeNull();
    expect(attribute(document, "meta[name=robots]", "content")).toBe("noindex");
    expect(document.querySelector('link[rel="canonical"]')).toBeNull();
  });

  it("is made with all its parts even if it is the first page that is made, as when only redirects have changed", () => {
    expect(pageRoutes(new QueryClient()).filter(({ prefetch }) => prefetch === undefined)).toEqual([]);
  });

  it("says so in the paper's own words, with its picture, as the reader does that takes the page over", async () => {
    const articles = [makeArticle()];
    const image = { url: "/pictures/pier.svg", width: 400, height: 300, sources: [], alt: "A pier" };
    const own = (title: string) => ({ title, paragraphs: [[{ text: "Try the archive." }]] });
    const texts = { missing: { ...own("Lost at sea"), image }, offline: own("No line") };
    const edition = { ...linked(articles, { name: "The Paper" }).edition, texts };
    const lost = await prerenderedPage("404.html", articles, { edition });
    expect([...lost.querySelectorAll("main :is(h1, .standfirst)")].map((element) => element.textContent)).toEqual([
      "Lost at sea",
      "Try the archive.",
    ]);
    expect(attribute(lost, "main img", "src")).toBe("/pictures/pier.svg");
    expect(attribute(lost, "main img", "alt")).toBe("A pier");
  });
});
