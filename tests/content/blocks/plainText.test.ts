import { describe, expect, it } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { plainText } from "#content/blocks/plainText.ts";

const text = (words: string) => ({ type: "text" as const, text: words });

describe("plainText", () => {
  it("reads a body in order, a line a block, without marks and notes' numbers", () => {
    const body: Block[] = [
      { type: "heading", level: 2, id: "a", children: [text("Memory")] },
      {
        type: "paragraph",
        children: [text("About "), { type: "strong", children: [text("3 per cent")] }, { type: "noteRef", note: "1" }, text(" was bad.")],
      },
      {
        type: "list",
        ordered: true,
        items: [[{ type: "paragraph", children: [text("move")] }], [{ type: "paragraph", children: [text("switch")] }]],
      },
      { type: "quote", children: [{ type: "paragraph", children: [text("That’s us.")] }], attribution: [text("Carl Sagan")] },
      { type: "divider" },
    ];
    expect(plainText(body)).toBe("Memory\nAbout 3 per cent was bad.\nmove\nswitch\nThat’s us.\nCarl Sagan");
  });

  it("reads definitions, what can be opened, and callouts with their titles, in order", () => {
    const said = (words: string): Block[] => [{ type: "paragraph", children: [text(words)] }];
    const body: Block[] = [
      { type: "definitions", entries: [{ terms: [[text("Tide")], [text("Flood")]], definitions: [said("It comes."), said("It goes.")] }] },
      { type: "details", summary: [text("More")], children: said("Inside") },
      { type: "callout", kind: "tip", title: [text("Tip")], children: said("Beside") },
      { type: "list", ordered: false, items: [[{ type: "paragraph", children: [{ type: "checkbox", checked: true }, text("done")] }]] },
    ];
    expect(plainText(body)).toBe("Tide\nFlood\nIt comes.\nIt goes.\nMore\nInside\nTip\nBeside\n☑ done");
  });

  it("keeps the text of what it does not know", () => {
    expect(plainText([{ type: "unknown", name: "marquee", text: "moving words" }])).toBe("moving words");
  });

  it("leaves out a pull quote, which the story says already", () => {
    expect(plainText([{ type: "pullQuote", text: "again" }])).toBe("");
  });
});
