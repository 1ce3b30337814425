import { expect, it } from "vitest";
import { PLAIN } from "#content/brand.ts";
import { openSearch } from "#compiler/write/openSearch.ts";
import { webManifest } from "#compiler/write/webManifest.ts";
import { anEdition } from "../../support/anArticle.ts";

const site = { url: "https://example.org/paper/", base: "/paper/" };

it("the web app manifest names the edition, its icons and its shortcuts below the base", () => {
  expect(JSON.parse(webManifest({ ...anEdition, tagline: "News of the coast" }, site))).toEqual({
    id: "/paper/",
    name: "The Paper",
    short_name: "The Paper",
    description: "News of the coast",
    lang: "en",
    dir: "ltr",
    start_url: "/paper/",
    scope: "/paper/",
    display: "standalone",
    background_color: "#fdfdfb",
    theme_color: "#fdfdfb",
    categories: ["news"],
    icons: [
      { src: "/paper/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/paper/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/paper/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/paper/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Latest", url: "/paper/latest" },
      { name: "Search", url: "/paper/search" },
    ],
  });
});

it("the web app manifest of a paper whose front page is a page of its own has no shortcut to the latest, and a bitmap icon no drawing", () => {
  const brand = { ...PLAIN, icon: "bitmap" as const, frame: { ...PLAIN.frame, light: "#ffeedd" } };
  const edition = { ...anEdition, home: true, direction: "rtl" as const };
  const { icons, shortcuts, theme_color, background_color, dir } = JSON.parse(webManifest(edition, site, brand));
  expect(icons.map(({ src }: { src: string }) => src)).toEqual([
    "/paper/icon-192.png",
    "/paper/icon-512.png",
    "/paper/icon-maskable-512.png",
  ]);
  expect(shortcuts.map(({ name }: { name: string }) => name)).toEqual(["Search"]);
  expect([theme_color, background_color, dir]).toEqual(["#ffeedd", "#ffeedd", "rtl"]);
});

it("opensearch.xml describes the search of the edition", () => {
  expect(openSearch({ ...anEdition, tagline: "News & more" }, site).replaceAll("><", ">\n<")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>The Paper</ShortName>
<Description>News &amp; more</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="192" height="192" type="image/png">https://example.org/paper/icon-192.png</Image>
<Url type="text/html" template="https://example.org/paper/search?q={searchTerms}"/>
</OpenSearchDescription>
`);
  // A short name has at most 16 characters.
  expect(openSearch({ ...anEdition, name: "The Fish & Chips Courier" }, site)).toContain("<ShortName>The Fish &amp; Chips</ShortName>");
});
