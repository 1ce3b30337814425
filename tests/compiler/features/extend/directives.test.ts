import { describe, expect, it } from "vitest";
import { BLOCK, compiled, kept, story, warning } from "./extendedPaper.ts";

const bodyOf = async (body: string, more: Record<string, string> = {}) => {
  const { problems, body: blocks } = await compiled({ "articles/a.md": story(body), ...more });
  expect(blocks[0]).toEqual(kept);
  return { problems, blocks: blocks.slice(1) };
};
const words = (text: string) => [{ type: "text", text }];

describe("a directive with the name of a built-in block", () => {
  it("makes that block, with Markdown in its texts and blocks in its lists", async () => {
    const { problems, blocks } = await bodyOf(
      ":::definitions\nentries:\n  - terms: ebb\n    definitions: [The tide *falls*., { type: divider }]\n:::\n\n:::pullQuote\ntext: It turned.\n:::\n\n:::divider\n:::",
    );
    expect(problems).toEqual([]);
    const said = [
      { type: "text", text: "The tide " },
      { type: "emphasis", children: words("falls") },
      { type: "text", text: "." },
    ];
    expect(blocks).toEqual([
      {
        type: "definitions",
        entries: [{ terms: [words("ebb")], definitions: [[{ type: "paragraph", children: said }], [{ type: "divider" }]] }],
      },
      { type: "pullQuote", text: "It turned." },
      { type: "divider" },
    ]);
  });

  it("may stand in a quote, and hold the paper's own block", async () => {
    const own = ":::details\nsummary: More\nchildren: [{ type: poll, question: Why?, answers: [Because] }]\n:::";
    const { problems, blocks } = await bodyOf(own.replaceAll(/^/gmu, "> "), { "blocks/poll/block.ts": BLOCK });
    expect(problems).toEqual([]);
    expect(blocks).toMatchObject([{ type: "quote", children: [{ type: "details", children: [{ type: "custom", name: "poll" }] }] }]);
  });

  const broken: [string, string, object][] = [
    [
      "lacks a field",
      ":::details\nsummary: Because\n:::",
      warning("articles/a.md", 8, "details.children is missing; the block was kept as plain text."),
    ],
    [
      "has a field of the wrong kind",
      ":::list\nordered: maybe\nitems: [Because]\n:::",
      warning("articles/a.md", 9, expect.stringMatching(/^list\.ordered is "maybe".*; the block was kept as plain text\.$/u)),
    ],
    [
      "has no YAML",
      ":::list\nitems: [Because\n:::",
      warning("articles/a.md", expect.any(Number), expect.stringMatching(/^The fields of the list cannot be read/u)),
    ],
    ["has no end", ":::list\nitems: [Because]", warning("articles/a.md", 8, "The list has no end, so it appears as written.")],
    [
      "is misspelt",
      ":::detials\nsummary: Because\n:::",
      warning("articles/a.md", 8, 'There is no block "detials", so it appears as written.', { nearest: "details" }),
    ],
  ];
  it.each(broken)("that %s keeps its words", async (_, body, expected) => {
    const { problems, blocks } = await bodyOf(body);
    expect(problems).toEqual([expected]);
    expect(JSON.stringify(blocks)).toContain("Because");
  });
});

it("reads Markdown in the boxes of other programs, and leaves unknown boxes and posts as they are", async () => {
  const { problems, blocks } = await bodyOf(
    ":::note\nMind: the gap.\n:::\n\n:::details\nMore\n:::\n\n:::sidebar\nMore\n:::\n\n:::post\ndate: 2024-04-22\ndraft: true\n:::",
  );
  expect(problems).toEqual([]);
  expect(blocks.map(({ type }) => type)).toEqual(["callout", "details", "paragraph", "paragraph"]);
});
