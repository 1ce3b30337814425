import { describe, expect, it } from "vitest";
import { BLOCK, compiled, kept, POLL, story, warning } from "./extendedPaper.ts";

describe("a block of the paper", () => {
  it("is read from Markdown, with its text beside its fields", async () => {
    const { problems, body } = await compiled({ "blocks/poll/block.ts": BLOCK });
    expect(problems).toEqual([]);
    expect(body[1]).toEqual({
      type: "custom",
      name: "poll",
      id: expect.stringMatching(/^[\w-]{8}$/u),
      fields: { question: "Why?", answers: ["Because"] },
      children: [
        { type: "paragraph", children: [{ type: "text", text: "Why?" }] },
        { type: "list", ordered: false, items: [[{ type: "paragraph", children: [{ type: "text", text: "Because" }] }]] },
      ],
    });
  });

  it("may end a paragraph, and stand in a quote", async () => {
    const quoted = POLL.split("\n").map((line) => `> ${line}`);
    const { problems, body } = await compiled({
      "blocks/poll/block.ts": BLOCK,
      "articles/a.md": story(`Before.\n${POLL}\nAfter.\n\n${quoted.join("\n")}`),
    });
    expect(problems).toEqual([]);
    expect(body.map(({ type }) => type)).toEqual(["paragraph", "paragraph", "custom", "paragraph", "quote"]);
    expect(body[4]).toMatchObject({ children: [{ type: "custom" }] });
  });

  it("may have an end that a formatter has put below a list", async () => {
    const indented = ":::poll\nquestion: Why?\nanswers:\n\n- Because\n  :::";
    const { problems, body } = await compiled({ "blocks/poll/block.ts": BLOCK, "articles/a.md": story(`${indented}\n\nAfter.`) });
    expect(problems).toEqual([]);
    expect(body.map(({ type }) => type)).toEqual(["paragraph", "custom", "paragraph"]);
  });

  it("that is not defined leaves text as it is", async () => {
    const { problems, body } = await compiled({});
    expect(problems).toEqual([]);
    expect(body).toHaveLength(2);
  });

  it("is known by its fields, and not by where it stands", async () => {
    const { body } = await compiled({
      "blocks/poll/block.ts": BLOCK,
      "articles/a.md": story(`${POLL}\n\n${POLL}\n\n${POLL.replace("Why", "How")}`),
    });
    const ids = body.flatMap((block) => (block.type === "custom" ? [block.id] : []));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});

describe("a block in a story", () => {
  const cases: [string, Record<string, string>, object[]][] = [
    [
      "lacks a field",
      { "articles/a.md": story(":::poll\nanswers: [Because]\n:::") },
      [warning("articles/a.md", 8, "question is missing, so the poll is kept as plain text.")],
    ],
    [
      "has a field of the wrong kind",
      { "articles/a.md": story(":::poll\nquestion: Why?\nanswers: Because\n:::") },
      [warning("articles/a.md", 10, 'answers is "Because" but must be Array, so the poll is kept as plain text.')],
    ],
    [
      "has no YAML",
      { "articles/a.md": story(":::poll\nquestion: Why?\nanswers: [Because\n:::") },
      [warning("articles/a.md", expect.any(Number), expect.stringMatching(/^The fields of the poll cannot be read/u))],
    ],
    [
      "has no end",
      { "articles/a.md": story(":::poll\nanswers: [Because]") },
      [warning("articles/a.md", 8, "The poll has no end, so it appears as written.")],
    ],
    [
      "has a name that the paper does not know",
      { "articles/a.md": story(":::pol\nanswers: [Because]\n:::") },
      [warning("articles/a.md", 8, 'There is no block "pol", so it appears as written.')],
    ],
    [
      "is not as a check of the schema wants it",
      { "blocks/poll/block.ts": BLOCK.replace("v.string(),", 'v.pipe(v.string(), v.check(() => false, "A poll needs a question.")),') },
      [warning("articles/a.md", 9, "question: A poll needs a question, so the poll is kept as plain text.")],
    ],
    [
      "is of a schema that throws",
      { "blocks/poll/block.ts": BLOCK.replace("v.string(),", 'v.pipe(v.string(), v.check(() => { throw new Error("Bad schema"); })),') },
      [warning("articles/a.md", 8, "The schema of the poll fails, so it is kept as plain text: Bad schema.")],
    ],
    [
      "is of a schema whose result is not JSON",
      { "blocks/poll/block.ts": BLOCK.replace("v.string(),", "v.pipe(v.string(), v.transform(() => new Date(0))),") },
      [warning("articles/a.md", 8, "The schema of the poll returns a value that is not JSON, so the block is kept as plain text.")],
    ],
    [
      "has a text that throws",
      { "blocks/poll/block.ts": BLOCK.replace("[question,", "[question.not.there,") },
      [warning("articles/a.md", 8, expect.stringMatching(/^The text of the poll fails, so it is kept as plain text: Cannot read/u))],
    ],
    [
      "says nothing in words",
      { "blocks/poll/block.ts": BLOCK.replace(/text: .*/u, "text: () => [],") },
      [warning("articles/a.md", 8, "The poll says nothing in words, so it is kept as plain text.")],
    ],
  ];

  it.each(cases)("%s: its words are kept", async (_, files, expected) => {
    const { problems, body } = await compiled({ "blocks/poll/block.ts": BLOCK, ...files });
    expect(problems).toEqual(expected);
    expect(body[0]).toEqual(kept);
    expect(JSON.stringify(body)).toContain("Because");
    expect(body.some(({ type }) => type === "custom")).toBe(false);
  });

  it("tells unknown fields and names with those that were meant", async () => {
    const { problems, body } = await compiled({
      "blocks/quick-poll/block.ts": BLOCK,
      "articles/a.md": story(":::quick-poll\nquestoin: Who?\nquestion: Why?\nanswers: [Because]\n:::\n\n:::quickpol\nx: y\n:::"),
      "articles/b.json": JSON.stringify({ headline: "B", datePublished: "2024-04-22", body: [{ type: "quick-pol", question: "Why?" }] }),
    });
    expect(problems).toEqual([
      warning("articles/a.md", 14, 'There is no block "quickpol", so it appears as written.', { nearest: "quick-poll" }),
      warning("articles/a.md", 9, 'A quick-poll has no field "questoin", so it was not read.', { nearest: "question" }),
      warning("articles/b.json", 1, expect.stringContaining('"quick-pol" is not a type of block'), { nearest: "quick-poll" }),
    ]);
    expect(body[1]).toMatchObject({ type: "custom", fields: { question: "Why?" } });
  });
});
