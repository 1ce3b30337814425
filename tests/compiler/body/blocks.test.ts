import { expect, test } from "vitest";
import { paragraph, readHtml, text } from "./readHtml.ts";

const blocksOf = (html: string) => readHtml(html).blocks;

test("headings start at level 2, end at 4 and get ids that are never the same", () => {
  expect(blocksOf("<h1>Water</h1><h2>Water</h2><h3 id=own>Land</h3><h6>Air</h6><h2>!</h2><h2> </h2>")).toEqual([
    { type: "heading", level: 2, id: "water", children: [text("Water")] },
    { type: "heading", level: 2, id: "water-2", children: [text("Water")] },
    { type: "heading", level: 3, id: "own", children: [text("Land")] },
    { type: "heading", level: 4, id: "air", children: [text("Air")] },
    { type: "heading", level: 2, id: "section-5", children: [text("!")] },
  ]);
});

test("lists nest, also where the inner list stands outside an item", () => {
  const inner = { type: "list", ordered: false, items: [[paragraph("b")]] };
  const outer = [{ type: "list", ordered: true, start: 3, items: [[paragraph("a"), inner], [paragraph("c")]] }];
  expect(blocksOf("<ol start=3><li>a<ul><li>b</li></ul></li><li>c</li></ol>")).toEqual(outer);
  expect(blocksOf("<ol start=3><li>a</li><ul><li>b</li></ul><li>c</li><li></li></ol>")).toEqual(outer);
});

test("a quote takes its attribution from a last line after a dash", () => {
  const quote = { type: "quote", children: [paragraph("We are a way for the cosmos to know itself.")], attribution: [text("Carl Sagan")] };
  expect(blocksOf("<blockquote><p>We are a way for the cosmos to know itself.</p><p>— Carl Sagan</p></blockquote>")).toEqual([quote]);
  expect(blocksOf("<blockquote>We are a way for the cosmos to know itself.<br>— Carl Sagan</blockquote>")).toEqual([quote]);
  expect(
    blocksOf("<blockquote><p>We are a way for the cosmos to know itself.</p><footer>— <cite>Carl Sagan</cite></footer></blockquote>"),
  ).toEqual([{ ...quote, attribution: [{ type: "emphasis", children: [text("Carl Sagan")] }] }]);
});

test("a quote of one paragraph that starts with a dash stays as it is", () => {
  expect(blocksOf('<blockquote cite="https://example.org/">— So he said.</blockquote>')).toEqual([
    { type: "quote", children: [paragraph("— So he said.")], url: "https://example.org/" },
  ]);
});

test("an aside of class pull is a pull quote, any other is a box", () => {
  expect(blocksOf('<aside class="pull">Two\n days.</aside><aside>Three.</aside>')).toEqual([
    { type: "pullQuote", text: "Two days." },
    paragraph("Three."),
  ]);
});

test("preformatted text keeps its lines and names its language", () => {
  expect(blocksOf('<pre><code class="language-C hljs">int a;\n\n  <b>b</b>;\n</code></pre>')).toEqual([
    { type: "code", text: "int a;\n\n  b;", language: "c" },
  ]);
});

test("a list of definitions keeps its terms and what is said of them", () => {
  const html = "<dl><dt>Tide</dt><dt>Flood</dt><dd>It comes.</dd><dd><p>It goes.</p></dd><div><dt><b>Ebb</b></dt><dd>Low</dd></div></dl>";
  expect(blocksOf(html)).toEqual([
    {
      type: "definitions",
      entries: [
        { terms: [[text("Tide")], [text("Flood")]], definitions: [[paragraph("It comes.")], [paragraph("It goes.")]] },
        { terms: [[{ type: "strong", children: [text("Ebb")] }]], definitions: [[paragraph("Low")]] },
      ],
    },
  ]);
});

test("a list of definitions whose terms are pictures, as old galleries have it, keeps them as pictures", () => {
  const [block] = blocksOf('<dl class="gallery-item"><dt><img src="dish.jpg" alt="A dish"></dt><dd>The dish</dd></dl>');
  expect(block).toMatchObject({ type: "figure" });
});

test("what can be opened keeps its summary and what is in it", () => {
  const opened = { type: "details", summary: [text("More")], children: [paragraph("Text")] };
  expect(blocksOf("<details><summary>More</summary>Text</details>")).toEqual([opened]);
  expect(blocksOf('<details open class="wp-block-details"><summary>More</summary><p>Text</p></details>')).toEqual([
    { ...opened, open: true },
  ]);
  expect(blocksOf("<details>Text</details><details><summary>Alone</summary></details>")).toEqual([paragraph("Text"), paragraph("Alone")]);
  const ghost =
    '<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">More</h4><button>+</button></div><div class="kg-toggle-content"><p>Text</p></div></div>';
  expect(blocksOf(ghost)).toEqual([opened]);
});

test.each([
  ["<blockquote><p>[!WARNING]\nHot.</p></blockquote>", { kind: "warning" }],
  [
    "<blockquote><p>[!tip] Use <b>it</b><br>Hot.</p></blockquote>",
    { kind: "tip", title: [text("Use "), { type: "strong", children: [text("it")] }] },
  ],
  ["<blockquote><p>[!danger]</p><p>Hot.</p></blockquote>", { kind: "caution", title: [text("Danger")] }],
  [
    '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title"><svg></svg>Note</p><p>Hot.</p></div>',
    { kind: "note" },
  ],
  ['<div class="admonition tip"><p class="admonition-title">Try it</p><p>Hot.</p></div>', { kind: "tip", title: [text("Try it")] }],
  ['<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-text">Hot.</div></div>', {}],
])("a box beside the text is a callout of its kind: %s", (html, more) => {
  expect(blocksOf(html)).toEqual([{ type: "callout", ...more, children: [paragraph("Hot.")] }]);
});

test("a callout that folds is opened by its title; a quote that begins with a bracket is a quote", () => {
  expect(blocksOf("<blockquote><p>[!note]- More\nText</p></blockquote>")).toEqual([
    { type: "details", summary: [text("More")], children: [paragraph("Text")] },
  ]);
  expect(blocksOf("<blockquote><p>[sic] Text</p></blockquote>")).toEqual([{ type: "quote", children: [paragraph("[sic] Text")] }]);
});

test("the box of a task is an inline of its own, wherever it stands", () => {
  expect(blocksOf('<ul><li><input type="checkbox" checked disabled> three</li></ul><p><input type=checkbox> four</p>')).toEqual([
    { type: "list", ordered: false, items: [[{ type: "paragraph", children: [{ type: "checkbox", checked: true }, text("three")] }]] },
    { type: "paragraph", children: [{ type: "checkbox", checked: false }, text("four")] },
  ]);
});

test("a table keeps head, foot last, spans, alignment and the cells that name rows", () => {
  const html = `<table><caption>Heights</caption><thead><tr><th>Place<th style="text-align:right">m</tr></thead>
    <tfoot><tr><td colspan=2>Source: survey</td></tr></tfoot>
    <tbody><tr><th rowspan=2>Dike</th><td align=right>5</td></tr><tr><td align=center>6</td></tr></tbody></table>`;
  expect(blocksOf(html)).toEqual([
    {
      type: "table",
      caption: [text("Heights")],
      head: [[{ children: [text("Place")] }, { children: [text("m")], align: "end" }]],
      rows: [
        [
          { children: [text("Dike")], heading: true, rowSpan: 2 },
          { children: [text("5")], align: "end" },
        ],
        [{ children: [text("6")], align: "center" }],
        [{ children: [text("Source: survey")], colSpan: 2 }],
      ],
    },
  ]);
});

test("a first row of headings is the head, and blocks in a cell become its lines", () => {
  expect(blocksOf("<table><tr><th>A</th></tr><tr><td><p>1</p><ul><li>2</li></ul></td></tr></table>")).toEqual([
    { type: "table", head: [[{ children: [text("A")] }]], rows: [[{ children: [text("1"), { type: "break" }, text("2")] }]] },
  ]);
});

test("a table that only lays out is read cell by cell", () => {
  expect(blocksOf("<table><tr><td><p>One</p><p>Two</p></td></tr></table>")).toEqual([paragraph("One"), paragraph("Two")]);
  expect(blocksOf('<table><tr><td><img src="a.jpg" alt="A"></td><td>Text</td></tr></table>')).toMatchObject([
    { type: "figure" },
    paragraph("Text"),
  ]);
});

test("footnotes become notes, and only references to a note that exists point to one", () => {
  const html = `<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup> b<sup class="footnote-ref"><a href="#fn9">[9]</a></sup></p>
    <hr class="footnotes-sep"><section class="footnotes"><ol><li id="fn1" class="footnote-item"><p>The note. <a href="#fnref1" class="footnote-backref">↩</a></p></li></ol></section>`;
  expect(blocksOf(html)).toEqual([
    {
      type: "paragraph",
      children: [
        text("a"),
        { type: "noteRef", note: "1" },
        text(" b"),
        { type: "sup", children: [{ type: "link", url: "#fn9", children: [text("[9]")] }] },
      ],
    },
    { type: "note", id: "1", children: [paragraph("The note.")] },
  ]);
});

const strong = (words: string) => ({ type: "strong", children: [text(words)] });
const cell = (words: string, more: object = {}) => ({ children: [text(words)], ...more });
const entry = (term: string, words: string) => ({ terms: [[text(term)]], definitions: [[paragraph(words)]] });
const inLine = (...children: object[]) => [{ type: "paragraph", children }];
const link = (url: string, words: string) => ({ type: "link", url, children: [text(words)] });
const language = (lang: string, words: string, more: object = {}) => ({ type: "lang", lang, ...more, children: [text(words)] });
const embed = {
  type: "embed",
  provider: "YouTube",
  url: "https://www.youtube.com/watch?v=abcdefghijk",
  frame: "https://www.youtube-nocookie.com/embed/abcdefghijk",
};

test.each<[string, string, object[]]>([
  ["a definition of nothing is text", "<dl><dd>Alone</dd></dl>", [paragraph("Alone")]],
  ["a term without a definition is strong", "<dl><dt>Tide</dt></dl>", inLine(strong("Tide"))],
  [
    "each term has its own definition",
    "<dl><dt>A</dt><dd>1</dd><dt>B</dt><dd>2</dd><dt>C</dt><dd>3</dd></dl>",
    [{ type: "definitions", entries: [entry("A", "1"), entry("B", "2"), entry("C", "3")] }],
  ],
  [
    "what is outside the items belongs to the last one",
    "<ul>First <li>a</li> <li>b</li> rest </ul>",
    [{ type: "list", ordered: false, items: [[paragraph("First")], [paragraph("a")], [paragraph("b rest")]] }],
  ],
  ["a list of nothing is nothing", "<ul> </ul>", []],
  ["a frame may load late", '<iframe data-lazy-src="https://www.youtube.com/embed/abcdefghijk"></iframe>', [embed]],
  ["a frame may wait", '<iframe src="about:blank" data-src="https://www.youtube.com/live/abcdefghijk"></iframe>', [embed]],
  ["a video may wait", '<video data-src="tide.mp4"></video>', [{ type: "video", url: "/articles/tide.mp4", mediaType: "video/mp4" }]],
  [
    "what is around code may name its language",
    '<div class="language-js"><pre>run()</pre></div>',
    [{ type: "code", text: "run()", language: "js" }],
  ],
  [
    "an abbreviation without a title is text",
    '<p><abbr>BBC</abbr> and <abbr title=" British  Broadcasting ">BBC</abbr></p>',
    inLine(text("BBC and "), { type: "abbr", title: "British Broadcasting", children: [text("BBC")] }),
  ],
  [
    "only a link or what is raised refers to a note",
    '<p>a <span class="footnote"><a href="#fn1">1</a></span></p><section class="footnotes"><ol><li id="fn1">Note</li></ol></section>',
    [...inLine(text("a "), link("#fn1", "1")), { type: "note", id: "1", children: [paragraph("Note")] }],
  ],
  [
    "an address is read as a browser reads it",
    String.raw`<p><a href="https://paper.example:99999/">a</a> <a href="https:paper.example">b</a> <a href="https://paper.example/a b">c</a> <a href="http:\\paper.example\d">d</a></p>`,
    inLine(
      text("a "),
      link("https://paper.example/", "b"),
      text(" "),
      link("https://paper.example/a%20b", "c"),
      text(" "),
      link("http://paper.example/d", "d"),
    ),
  ],
  [
    "cells of a head need not be headings",
    "<table><thead><tr><td>A</td><td>B</td></tr></thead><tbody><tr><th>1</th><td>2</td></tr></tbody></table>",
    [{ type: "table", head: [[cell("A"), cell("B")]], rows: [[cell("1", { heading: true }), cell("2")]] }],
  ],
  [
    "a table for presentation only lays out",
    '<table role="presentation"><tr><td>1</td><td>2</td></tr></table>',
    [paragraph("1"), paragraph("2")],
  ],
  [
    "neighbours of one language are joined",
    '<p><span lang="fr">a</span><span lang="fr">b</span><span lang="ar">c</span><span lang="ar" dir="rtl">d</span></p>',
    inLine(language("fr", "ab"), language("ar", "c"), language("ar", "d", { dir: "rtl" })),
  ],
])("%s", (_, html, blocks) => {
  expect(blocksOf(html)).toEqual(blocks);
});
