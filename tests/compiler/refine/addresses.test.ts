import { expect, test } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { refineDrafts, text } from "./refineDrafts.ts";

const link = (url: string) => ({ type: "link" as const, url, children: [text("x")] });

/** Where a link to `url` leads in an edition that has the article "hub". */
function ledTo(url: string, settings: object = {}): string {
  const hub = {
    file: "_posts/2014-12-23-Hub-Story.md",
    slug: "hub",
    datePublished: "2014-12-24",
    oldUrls: ["/2014/12/TheHub/", "http://blog.example.org/post/1", "old path"],
    url: "https://www.example.org/hub.html",
  };
  const { articles } = refineDrafts([hub, { body: [{ type: "paragraph", children: [link(url)] }] }], settings);
  const [block] = articles[1]?.body ?? [];
  const [inline] = block?.type === "paragraph" ? block.children : [];
  return inline?.type === "link" ? inline.url : "";
}

test.each([
  "/2014/12/TheHub/",
  "/2014/12/thehub",
  "/2014/12/TheHub/index.html",
  "/2014/12/23/Hub-Story/",
  "/2014/12/24/Hub-Story/",
  "/_posts/2014-12-23-Hub-Story.md",
  "/_posts/2014-12-23-Hub-Story",
  "/Hub-Story/",
  "/article/hub",
  "/2014/12/TheHub/?utm_source=x",
  "https://blog.example.org/post/1",
  "https://example.org/hub.html",
  "http://www.example.org/hub",
])("a link to %s leads to the article", (url) => {
  expect(ledTo(url)).toBe("/article/hub");
});

test("the fragment of a link stays", () => {
  expect(ledTo("/2014/12/TheHub/#how")).toBe("/article/hub#how");
});

test("a full address on the edition's own host is one of its paths", () => {
  expect(ledTo("https://18f.example/2014/12/TheHub/")).toBe("https://18f.example/2014/12/TheHub/");
  expect(ledTo("https://18f.example/2014/12/TheHub/", { url: "https://www.18f.example/" })).toBe("/article/hub");
});

test("a full address below the path of the edition is one of its paths, and so is that of a former site beside it", () => {
  const settings = { url: "https://18f.example/Paper/" };
  for (const path of ["/paper/2014/12/TheHub/", "/paper/article/hub.html#how", "/Paper/hub-story?from=mail", "/2014/12/TheHub/"])
    expect(ledTo(`https://18f.example${path}`, settings), path).toMatch(/^\/article\/hub(?:#how)?$/u);
  for (const path of ["/paperback/article/hub", "/paper", "/paper/gone"])
    expect(ledTo(`https://18f.example${path}`, settings)).toBe(`https://18f.example${path}`);
});

test.each([
  ["https://example.org/blog/2020/hub/", "/blog/2020/hub/"],
  ["/blog/2020/hub/", "https://example.org/blog/2020/hub/"],
  ["/blog/2020/hub/", "/blog/2020/hub/"],
])("in a paper below a path an old address %s is met by a link to %s", (old, url) => {
  const { articles } = refineDrafts([{ headline: "Hub", oldUrls: [old] }, { body: [{ type: "paragraph", children: [link(url)] }] }], {
    url: "https://example.org/blog/",
  });
  expect(JSON.stringify(articles[1]?.body)).toContain('"url":"/article/hub"');
});

test.each(["https://other.example/2014/12/TheHub/", "/guides/", "mailto:x@example.org", "#here", "/%E0%A4%A"])(
  "a link to %s stays as it is",
  (url) => {
    expect(ledTo(url)).toBe(url);
  },
);

test("a link to an address with a query leads to the article that had it, and one to the front page to none", () => {
  const { articles } = refineDrafts(
    [
      { headline: "Hub", oldUrls: ["/?p=123", "https://example.org/index.php?page_id=7"] },
      { body: [{ type: "paragraph", children: ["/?p=123", "https://example.org/?p=123", "/", "/?p=124"].map(link) }] },
    ],
    { url: "https://example.org/" },
  );
  expect(JSON.stringify(articles[1]?.body).match(/"url":"[^"]*"/gu)).toEqual(
    ["/article/hub", "/article/hub", "/", "/?p=124"].map((url) => `"url":"${url}"`),
  );
});

test("an article that Digital Journal knew by a number is found under all addresses that it gave", () => {
  const forms = ["/article/304791", "/print/article/304791", "/crime/operation-rescue/article/304791"];
  for (const known of ["/article/304791", "http://www.digitaljournal.com/print/article/304791/", "/crime/uk/rescue/article/304791"]) {
    const { articles } = refineDrafts([{ slug: "operation-rescue", section: { name: "Crime" }, oldUrls: [known] }]);
    expect(articles[0]?.oldUrls, known).toEqual(expect.arrayContaining(forms));
  }
  expect(refineDrafts([{ slug: "x", oldUrls: ["/article/x", "/articles/304791"] }]).articles[0]?.oldUrls).toEqual(["/articles/304791"]);
});

test("links to the lists of the former site lead to those of the edition, where it has them", () => {
  const written = [
    "/category/europe/uk/",
    "/category/crime/",
    "/tag/Europol",
    "/authors/jane-roe/page/2/",
    "/2024/01/",
    "/page/7/",
    "/feed/",
  ];
  const led = ["/topic/uk", "/section/crime", "/topic/europol", "/author/jane-roe", "/archive/2024/01", "/latest", "/feed.xml"];
  const not = ["/tag/none/", "/section/crime/page/2", "/2023/01/", "/about"];
  const { articles } = refineDrafts([
    {
      section: { name: "Crime" },
      topics: [{ name: "Europol" }, { name: "UK" }],
      authors: [{ name: "Jane Roe" }],
      body: [{ type: "paragraph", children: [...written, ...not].map(link) }],
    },
  ]);
  const urls = [...JSON.stringify(articles[0]?.body).matchAll(/"url":"([^"]*)"/gu)].map((match) => match[1]);
  expect(urls).toEqual([...led, ...not]);
});

test("links are followed wherever in an article they stand", () => {
  const [here, there] = [link("/2014/x/"), link("/article/hub")];
  const image = (inline: typeof here) => ({ url: "/pictures/a.svg", width: 1, height: 1, sources: [], alt: "", caption: [inline] });
  const paragraph = (inline: typeof here): Block => ({ type: "paragraph", children: [{ type: "strong", children: [inline] }] });
  const body = (inline: typeof here): Block[] => [
    { type: "heading", level: 2, id: "a", children: [inline] },
    { type: "list", ordered: false, items: [[paragraph(inline)]] },
    { type: "quote", children: [paragraph(inline)], attribution: [inline], url: inline.url },
    { type: "figure", image: image(inline) },
    { type: "gallery", images: [image(inline)] },
    { type: "table", caption: [inline], head: [[{ children: [inline] }]], rows: [[{ children: [inline] }]] },
    { type: "note", id: "1", children: [paragraph(inline)] },
    { type: "correction", children: [inline] },
  ];
  const { articles } = refineDrafts([
    { headline: "Hub", oldUrls: ["/2014/x/"] },
    {
      body: body(here),
      image: image(here),
      corrections: [{ date: "2024-01-02", children: [here] }],
      citations: [{ title: "x", url: here.url }],
    },
  ]);
  expect(articles[1]).toMatchObject({
    body: body(there),
    image: image(there),
    corrections: [{ children: [there] }],
    citations: [{ url: there.url }],
  });
});

test("old addresses are kept once, from the root, without patterns and without the article's own", () => {
  const { articles } = refineDrafts([
    {
      file: "2014-03-12-the-hub.md",
      slug: "the-hub",
      datePublished: "2014-03-13",
      oldUrls: ["/a/", "/a/", "b/c", "/:year/:title/", "/{{ slug }}/", "/article/the-hub", "https://example.org/d", "/article/304791"],
    },
  ]);
  expect(articles[0]?.oldUrls).toEqual([
    "/a/",
    "/b/c",
    "https://example.org/d",
    "/article/304791",
    "/print/article/304791",
    "/2014/03/12/the-hub/",
    "/2014/03/13/the-hub/",
  ]);
});
