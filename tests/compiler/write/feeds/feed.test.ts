import { describe, expect, it } from "vitest";
import type { Article } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { bodyHtml } from "#compiler/write/feeds/feed.ts";
import { siteAt } from "#compiler/write/siteAt.ts";
import { makeArticle, makeImage } from "../../../support/makeArticle.ts";

const site = siteAt("https://example.org/paper/", undefined);
const text = (words: string): Inline[] => [{ type: "text", text: words }];
const html = (body: Block[], more: Partial<Article> = {}): string => bodyHtml(makeArticle({ slug: "a", body, ...more }), site);
const inline = (...children: Inline[]): string => html([{ type: "paragraph", children }]);

describe("a body as HTML for feeds", () => {
  it("escapes text and attributes, whatever they hold", () => {
    expect(inline({ type: "text", text: `<script>alert("1")</script> & 'x'` })).toBe(
      "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &apos;x&apos;</p>",
    );
    expect(inline({ type: "link", url: `https://x.org/"onclick="x`, children: text("x") })).toBe(
      '<p><a href="https://x.org/&quot;onclick=&quot;x">x</a></p>',
    );
    expect(html([{ type: "unknown", name: "blink", text: "<b>" }])).toBe("<p>&lt;b&gt;</p>");
    expect(html([{ type: "code", text: "a < b" }])).toBe("<pre><code>a &lt; b</code></pre>");
  });

  it("makes every address full", () => {
    const link = (url: string): string => inline({ type: "link", url, children: text("x") });
    expect(link("/topic/mars")).toContain('href="https://example.org/paper/topic/mars"');
    expect(link("#note")).toContain('href="https://example.org/paper/article/a#note"');
    expect(link("mailto:desk@example.org")).toContain('href="mailto:desk@example.org"');
    expect(html([], { image: makeImage("reef") })).toContain('src="https://example.org/paper/pictures/reef-1a2b3c4d.svg"');
  });

  it("keeps marks, breaks, languages and references to notes", () => {
    const children: Inline[] = [
      { type: "strong", children: text("a") },
      { type: "emphasis", children: text("b") },
      { type: "break" },
      { type: "noteRef", note: "1" },
      { type: "lang", lang: "ar", dir: "rtl", children: text("مرحبا") },
    ];
    expect(inline(...children)).toBe('<p><strong>a</strong><em>b</em><br/><sup>[1]</sup><span lang="ar" dir="rtl">مرحبا</span></p>');
  });

  it("keeps lists, quotes and tables with what they hold", () => {
    const paragraph: Block = { type: "paragraph", children: text("p") };
    expect(html([{ type: "list", ordered: true, start: 3, items: [[paragraph], []] }])).toBe(
      '<ol start="3"><li><p>p</p></li><li></li></ol>',
    );
    expect(html([{ type: "list", ordered: false, items: [] }])).toBe("<ul></ul>");
    expect(html([{ type: "quote", children: [paragraph], attribution: text("Sagan") }])).toBe(
      "<blockquote><p>p</p><p><cite>Sagan</cite></p></blockquote>",
    );
    const table: Block = {
      type: "table",
      caption: text("c"),
      head: [[{ children: text("h"), colSpan: 2 }]],
      rows: [[{ children: text("r"), heading: true }, { children: text("1") }]],
    };
    expect(html([table])).toBe(
      '<table><caption>c</caption><thead><tr><th colspan="2">h</th></tr></thead><tbody><tr><th>r</th><td>1</td></tr></tbody></table>',
    );
  });

  it("opens what is folded, names callouts, and has a character for each box", () => {
    const paragraph: Block = { type: "paragraph", children: text("p") };
    expect(html([{ type: "details", summary: text("s"), children: [paragraph] }])).toBe(
      '<details open="open"><summary>s</summary><p>p</p></details>',
    );
    expect(html([{ type: "callout", kind: "tip", title: text("Tip"), children: [paragraph] }])).toBe(
      '<aside class="callout callout-tip"><p class="callout-title"><strong>Tip</strong></p><p>p</p></aside>',
    );
    expect(html([{ type: "definitions", entries: [{ terms: [text("t")], definitions: [[paragraph]] }] }])).toBe(
      "<dl><dt>t</dt><dd><p>p</p></dd></dl>",
    );
    const children: Inline[] = [
      { type: "checkbox", checked: true },
      { type: "del", children: text("a") },
      { type: "ins", children: text("b") },
      { type: "abbr", title: '"c"', children: text("d") },
    ];
    expect(inline(...children)).toBe('<p>☑ <del>a</del><ins>b</ins><abbr title="&quot;c&quot;">d</abbr></p>');
  });

  it("has the letters of a formula in a line, which no program can tear apart", () => {
    const mathml = [
      {
        tag: "msup",
        children: [
          { tag: "mi", children: ["x"] },
          { tag: "mn", children: ["2"] },
        ],
      },
    ];
    expect(inline({ type: "math", text: "x²", mathml })).toBe("<p>x²</p>");
    expect(html([{ type: "formula", text: "x²", mathml }])).toBe("<p>x²</p>");
  });

  it("has the table of a chart, and what it shows in words", () => {
    const drawing = { tag: "svg", children: [] };
    const [head, rows] = [[[{ children: text("h") }]], [[{ children: text("r"), heading: true }]]];
    const chart: Block = {
      type: "chart",
      title: text("t"),
      alt: "a",
      source: text("s"),
      head,
      rows,
      series: ["h"],
      wide: drawing,
      narrow: drawing,
    };
    expect(html([chart])).toBe(
      "<figure><table><caption>t</caption><thead><tr><th>h</th></tr></thead><tbody><tr><th>r</th></tr></tbody></table><figcaption>a <small>s</small></figcaption></figure>",
    );
  });

  it("shows pictures with their words, and an embed as a plain link", () => {
    const image = { ...makeImage("reef"), alt: 'A "reef"', caption: text("Pale."), credit: "NOAA" };
    expect(html([{ type: "figure", image }])).toBe(
      '<figure><img src="https://example.org/paper/pictures/reef-1a2b3c4d.svg" width="1200" height="750" alt="A &quot;reef&quot;"/><figcaption>Pale. <small>NOAA</small></figcaption></figure>',
    );
    expect(html([{ type: "embed", provider: "YouTube", url: "https://youtu.be/x" }])).toBe(
      '<p><a href="https://youtu.be/x">https://youtu.be/x</a></p>',
    );
  });

  it("leaves out a pull quote, which repeats the text, and keeps corrections with their day", () => {
    expect(html([{ type: "pullQuote", text: "Again." }])).toBe("");
    expect(html([], { corrections: [{ date: "2024-04-23T00:00:00Z", children: text("It was 1977.") }] })).toBe(
      '<p><time datetime="2024-04-23">2024-04-23</time> <em>It was 1977.</em></p>',
    );
  });
});
