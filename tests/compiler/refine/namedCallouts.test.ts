import { expect, it } from "vitest";
import type { Block } from "#content/block.ts";
import { namedCallouts } from "../../../src/compiler/refine/namedCallouts.ts";

const text = (words: string) => [{ type: "text" as const, text: words }];
const inside: Block[] = [{ type: "paragraph", children: text("Hot.") }];
const callout = (more: object): Block => ({ type: "callout", ...more, children: inside });

it.each([
  ["en-GB", "Warning"],
  ["de", "Warnung"],
  ["ar-EG", "تحذير"],
  ["nl", "Warning"],
])("a callout without a title is named by its kind in the language of the story: %s", (language, name) => {
  let named = 0;
  const list: Block = { type: "list", ordered: false, items: [[callout({ kind: "warning" })]] };
  expect(namedCallouts([list], language, () => (named += 1))).toEqual([
    { ...list, items: [[callout({ kind: "warning", title: text(name) })]] },
  ]);
  expect(named).toBe(1);
});

it("a title of its own stays, and a callout of no kind has none", () => {
  const blocks = [callout({ kind: "tip", title: text("Try it") }), callout({})];
  expect(namedCallouts(blocks, "en")).toEqual(blocks);
});
