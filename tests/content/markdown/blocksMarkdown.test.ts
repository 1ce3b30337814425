import { assert, property, string } from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, it } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { blocksMarkdown } from "#content/markdown/blocksMarkdown.ts";
import { escapedMarkdown } from "#content/markdown/inlineMarkdown.ts";

const markdown = new MarkdownIt({ html: true });

/** The text of rendered Markdown. */
const textOf = (html: string): string => {
  const body = document(html);
  return body.replaceAll(/\s+/gu, " ").trim();
};
const document = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

it("any text is the same once its Markdown has been read", () => {
  assert(
    property(string({ unit: "grapheme-ascii" }), (text) => {
      const words = text.replaceAll(/\s+/gu, " ").trim();
      expect(textOf(markdown.render(escapedMarkdown(words)))).toBe(words);
    }),
    { numRuns: 500, seed: 7 },
  );
});

const p = (text: string): Block => ({ type: "paragraph", children: [{ type: "text", text }] });

it.each<[string, Block, string]>([
  ["a line that looks like a list", p("1. Not a list"), String.raw`1\. Not a list`],
  ["a line that looks like a heading", p("# 1 seed"), String.raw`\# 1 seed`],
  [
    "marks around a space",
    {
      type: "paragraph",
      children: [
        { type: "strong", children: [{ type: "text", text: "bold " }] },
        { type: "text", text: "x" },
      ],
    },
    "**bold** x",
  ],
  [
    "a link of the site",
    { type: "paragraph", children: [{ type: "link", url: "/article/a_(b)", children: [{ type: "text", text: "a [b]" }] }] },
    String.raw`[a \[b\]](https://post.example/article/a_%28b%29)`,
  ],
  [
    "a list in a list",
    { type: "list", ordered: true, start: 9, items: [[p("a"), { type: "list", ordered: false, items: [[p("b")], [p("c")]] }], [p("d")]] },
    "9. a\n\n   - b\n   - c\n10. d",
  ],
  [
    "a quote with two paragraphs",
    { type: "quote", children: [p("a"), p("b")], attribution: [{ type: "text", text: "Ada" }] },
    "> a\n>\n> b\n>\n> — Ada",
  ],
  ["code with a fence in it", { type: "code", text: "```\nx\n", language: "md" }, "````md\n```\nx\n````"],
  ["a note", { type: "note", id: "post~2", children: [p("a"), p("b")] }, "[^2]: a\n\n    b"],
  [
    "a table",
    { type: "table", head: [], rows: [[{ children: [{ type: "text", text: "a|b" }], colSpan: 2 }, { children: [] }]] },
    "|  |  |  |\n| --- | --- | --- |\n| a\\|b |  |  |",
  ],
  [
    "a correction",
    { type: "correction", date: "2026-01-02T00:00:00Z", children: [{ type: "text", text: "It was 8." }] },
    "> 2026-01-02: It was 8.",
  ],
  ["a formula", { type: "formula", tex: "a^2", text: "a²", mathml: [] }, "$$\na^2\n$$"],
])("%s", (_what, block, written) => {
  expect(blocksMarkdown([block], (url) => `https://post.example${url}`)).toBe(written);
});
