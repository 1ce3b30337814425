import { screen } from "@testing-library/react";
import { expect, it, onTestFinished } from "vitest";
import type { Inline } from "#content/blocks/inline.ts";
import { setAddress } from "#reader/edition/address.ts";
import { anArticle, anArticlePage, anEdition } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

const link = (url: string): Inline => ({ type: "link", url, children: [{ type: "text", text: url }] });
const URLS = ["/article/tea", "/nl/article/thee", "/nl", "/pictures/cup.png", "https://example.org/x", "#there"];
const editions = [
  { language: "en", prefix: "" },
  { language: "nl", prefix: "/nl" },
];

/** Where the links of a text lead, in an edition. */
async function hrefs(prefix: string): Promise<(string | null)[]> {
  setAddress({ base: "/paper/", data: "/data/", prefix });
  onTestFinished(() => setAddress({ base: "/", data: "/data/" }));
  const article = anArticle({ slug: "here", body: [{ type: "paragraph", children: URLS.map(link) }] });
  await renderApp("/article/here", {
    "edition.json": { ...anEdition, editions },
    "article/here.json": anArticlePage({ article }),
  });
  return URLS.map((url) => screen.getByRole("link", { name: url }).getAttribute("href"));
}

const ALL = ["/paper/article/tea", "/paper/nl/article/thee", "/paper/nl", "/paper/pictures/cup.png", "https://example.org/x", "#there"];

it.each(["", "/nl"])("a text names pages by their paths in the site, in the edition “%s” as in any", async (prefix) => {
  expect(await hrefs(prefix)).toEqual(ALL);
});
