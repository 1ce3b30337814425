import { describe, expect, test } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { type Around, blocksHtml, correctionHtml } from "#content/html/blocksHtml.ts";
import { makeImage } from "../../support/makeArticle.ts";

const text = (words: string): Inline[] => [{ type: "text", text: words }];
const paragraph = (words: string): Block => ({ type: "paragraph", children: text(words) });

/** A feed: it has no ids and plays nothing. */
const feed: Around = { resolve: (url) => new URL(url, "https://paper.example").href, pictureUrl: ({ url }) => url };

const film = { type: "video", url: "/film.mp4?v=1#t=2" } as const;

const BLOCKS: [string, Block, string][] = [
  ["a heading", { type: "heading", level: 3, id: "x", children: text("A < B") }, "<h3>A &lt; B</h3>"],
  [
    "a list with a start",
    { type: "list", ordered: true, start: 3, items: [[paragraph("three")], [paragraph("four")], []] },
    '<ol start="3"><li><p>three</p></li><li><p>four</p></li><li></li></ol>',
  ],
  ["an empty list", { type: "list", ordered: false, items: [] }, "<ul></ul>"],
  ["a list without", { type: "list", ordered: true, items: [[paragraph("one")]] }, "<ol><li><p>one</p></li></ol>"],
  ["a bullet list", { type: "list", ordered: false, start: 2, items: [[paragraph("a")]] }, "<ul><li><p>a</p></li></ul>"],
  [
    "a quote",
    { type: "quote", children: [paragraph("one"), paragraph("two")], attribution: text("She"), url: "/article/x" },
    '<blockquote cite="https://paper.example/article/x"><p>one</p>\n<p>two</p><p><cite>She</cite></p></blockquote>',
  ],
  ["a quote of nobody", { type: "quote", children: [paragraph("said")] }, "<blockquote><p>said</p></blockquote>"],
  ["a pull quote, which repeats the text", { type: "pullQuote", text: "pulled" }, ""],
  [
    "a picture",
    { type: "figure", image: { ...makeImage("dish"), caption: text("A & B"), credit: "C & D" } },
    '<figure><img src="/pictures/dish-1a2b3c4d.svg" width="1200" height="750" alt="Drawing: dish"/><figcaption>A &amp; B <small>C &amp; D</small></figcaption></figure>',
  ],
  [
    "a picture whose description has quotation marks",
    { type: "figure", image: { ...makeImage("reef"), alt: 'A "reef"' } },
    '<figure><img src="/pictures/reef-1a2b3c4d.svg" width="1200" height="750" alt="A &quot;reef&quot;"/></figure>',
  ],
  [
    "a gallery",
    { type: "gallery", images: [makeImage("a"), makeImage("b")] },
    '<figure><img src="/pictures/a-1a2b3c4d.svg" width="1200" height="750" alt="Drawing: a"/></figure><figure><img src="/pictures/b-1a2b3c4d.svg" width="1200" height="750" alt="Drawing: b"/></figure>',
  ],
  [
    "definitions",
    { type: "definitions", entries: [{ terms: [text("a"), text("b")], definitions: [[paragraph("one")], [paragraph("two")]] }] },
    "<dl><dt>a</dt><dt>b</dt><dd><p>one</p></dd><dd><p>two</p></dd></dl>",
  ],
  [
    "details, which are open",
    { type: "details", summary: text("More"), children: [paragraph("folded")] },
    '<details open="open"><summary>More</summary><p>folded</p></details>',
  ],
  [
    "a callout with a kind and a title",
    { type: "callout", kind: "warning", title: text("Hot"), children: [paragraph("wait")] },
    '<aside class="callout callout-warning"><p class="callout-title"><strong>Hot</strong></p><p>wait</p></aside>',
  ],
  ["a callout without", { type: "callout", children: [paragraph("wait")] }, '<aside class="callout"><p>wait</p></aside>'],
  [
    "a table",
    {
      type: "table",
      caption: text("T"),
      head: [[{ children: text("h"), colSpan: 2 }]],
      rows: [[{ children: text("n"), heading: true, rowSpan: 3 }, { children: text("c") }]],
    },
    '<table><caption>T</caption><thead><tr><th colspan="2">h</th></tr></thead><tbody><tr><th rowspan="3">n</th><td>c</td></tr></tbody></table>',
  ],
  ["a bare table", { type: "table", head: [], rows: [[{ children: text("c") }]] }, "<table><tbody><tr><td>c</td></tr></tbody></table>"],
  ["a listing", { type: "code", text: "a < b", language: "js" }, '<pre><code class="language-js">a &lt; b</code></pre>'],
  ["a listing in no language", { type: "code", text: "a" }, "<pre><code>a</code></pre>"],
  [
    "a chart, as its table",
    {
      type: "chart",
      title: text("Rents"),
      alt: "They <rise>.",
      note: text("Note"),
      source: text("Source"),
      head: [],
      rows: [[{ children: text("1") }]],
      series: [],
      wide: { tag: "svg", children: [] },
    },
    "<figure><table><caption>Rents</caption><tbody><tr><td>1</td></tr></tbody></table><figcaption>They &lt;rise&gt;. Note <small>Source</small></figcaption></figure>",
  ],
  ["a formula, as text", { type: "formula", tex: "x", text: "x < 1", mathml: [{ tag: "mi", children: ["x"] }] }, "<p>x &lt; 1</p>"],
  ["a divider", { type: "divider" }, "<hr/>"],
  [
    "an embed",
    { type: "embed", provider: "V", url: "https://v.example/1" },
    '<p><a href="https://v.example/1">https://v.example/1</a></p>',
  ],
  [
    "an embed with a title",
    { type: "embed", provider: "V", url: "https://v.example/1", title: "A & B" },
    '<p><a href="https://v.example/1">A &amp; B</a></p>',
  ],
  ["a film, as a link named after its file", film, '<figure><p><a href="https://paper.example/film.mp4?v=1#t=2">film.mp4</a></p></figure>'],
  [
    "a recording with its length, caption, credit and transcript",
    {
      type: "audio",
      url: "/a.mp3",
      title: "Talk",
      duration: 62,
      caption: text("Said"),
      credit: "A & B",
      transcript: [
        { start: 0, speaker: "Ann & Co", text: "One." },
        { start: 1, text: "Two." },
        { start: 2, speaker: "Bob", text: "Three." },
      ],
    },
    '<figure><p><a href="https://paper.example/a.mp3">Talk</a> (1:02)</p><figcaption>Said <small>A &amp; B</small></figcaption></figure><blockquote><p><b>Ann &amp; Co:</b> One. Two.</p><p><b>Bob:</b> Three.</p></blockquote>',
  ],
  ["a note", { type: "note", id: "2", children: [paragraph("said")] }, "<div><p>[2]</p><p>said</p></div>"],
  [
    "a correction",
    { type: "correction", date: "2024-05-01T00:00:00Z", children: text("wrong") },
    '<p><time datetime="2024-05-01">2024-05-01</time> <em>wrong</em></p>',
  ],
  [
    "a post",
    {
      type: "post",
      id: "p",
      date: "2024-05-01T08:09:10Z",
      headline: "A & B",
      authors: [{ name: "Ann" }, { name: "B & C" }],
      children: [paragraph("now")],
    },
    '<section><p><time datetime="2024-05-01T08:09:10Z">2024-05-01 08:09 UTC</time> · Ann · B &amp; C</p><h3>A &amp; B</h3><p>now</p></section>',
  ],
  [
    "a post in a time zone, without headline and authors",
    { type: "post", id: "p", date: "2024-05-01T08:09:10+02:00", children: [paragraph("now")] },
    '<section><p><time datetime="2024-05-01T08:09:10+02:00">2024-05-01 08:09 +02:00</time></p><p>now</p></section>',
  ],
  ["a paper's own block, as its text", { type: "custom", name: "x", id: "x", fields: {}, children: [paragraph("own")] }, "<p>own</p>"],
  ["an unknown element", { type: "unknown", name: "x-y", text: "A & B" }, "<p>A &amp; B</p>"],
];

test.each(BLOCKS)("%s", (_, block, html) => {
  expect(blocksHtml([block], feed)).toBe(html);
});

const INLINES: [string, Inline, string][] = [
  ["bold", { type: "strong", children: text("a") }, "<strong>a</strong>"],
  ["emphasis", { type: "emphasis", children: text("a") }, "<em>a</em>"],
  ["an abbreviation", { type: "abbr", title: 'A & "B"', children: text("AB") }, '<abbr title="A &amp; &quot;B&quot;">AB</abbr>'],
  ["code", { type: "code", text: "a < b" }, "<code>a &lt; b</code>"],
  ["a line break", { type: "break" }, "<br/>"],
  ["a link", { type: "link", url: "/topic/x", children: text("x") }, '<a href="https://paper.example/topic/x">x</a>'],
  ["a link that only shows a card", { type: "link", url: "/topic/x", card: true, children: text("x") }, "x"],
  ["another language", { type: "lang", lang: "ar", dir: "rtl", children: text("x") }, '<span lang="ar" dir="rtl">x</span>'],
  ["another language in the same direction", { type: "lang", lang: "fr", children: text("x") }, '<span lang="fr">x</span>'],
  ["a reference to a note", { type: "noteRef", note: "2" }, "<sup>[2]</sup>"],
  ["a checked box", { type: "checkbox", checked: true }, "☑ "],
  ["a formula in a line, as text", { type: "math", text: "x²", mathml: [{ tag: "mi", children: ["x"] }] }, "x²"],
  ...(["sub", "sup", "mark", "del", "ins"] as const).map((type): [string, Inline, string] => [
    `the mark ${type}`,
    { type, children: text("a") },
    `<${type}>a</${type}>`,
  ]),
];

test.each(INLINES)("%s", (_, inline, html) => {
  expect(blocksHtml([{ type: "paragraph", children: [inline] }], feed)).toBe(`<p>${html}</p>`);
});

describe("what depends on where the text is", () => {
  test("a film plays where it can", () => {
    expect(blocksHtml([film], { ...feed, plays: true })).toBe(
      '<figure><video src="https://paper.example/film.mp4?v=1#t=2" controls="" preload="none"><a href="https://paper.example/film.mp4?v=1#t=2">film.mp4</a></video></figure>',
    );
    expect(blocksHtml([{ type: "audio", url: "/", title: "A & B" }], { ...feed, plays: true })).toContain(
      'preload="none" title="A &amp; B"><a href="https://paper.example/">A &amp; B</a></audio>',
    );
  });

  test("a picture that cannot be shown is its description", () => {
    expect(blocksHtml([{ type: "figure", image: makeImage("dish") }], { ...feed, pictureUrl: () => undefined })).toBe(
      "<figure><p>Drawing: dish</p></figure>",
    );
  });

  test("a formula is MathML where that is shown", () => {
    expect(
      blocksHtml([{ type: "formula", tex: "x", text: "x", mathml: [{ tag: "mi", attributes: { dir: "ltr" }, children: ["<"] }] }], {
        ...feed,
        hasMath: true,
      }),
    ).toBe('<p><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x" display="block"><mi dir="ltr">&lt;</mi></math></p>');
  });
});

test("a correction without a date is only its words", () => {
  expect(correctionHtml(undefined, "wrong")).toBe("<p><em>wrong</em></p>");
});
