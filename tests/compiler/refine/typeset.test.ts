import { expect, it } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { typeset } from "../../../src/compiler/refine/typeset.ts";

const STORY = { slug: "tides", inLanguage: "en" };
const text = (words: string) => [{ type: "text" as const, text: words }];
const inside: Block[] = [{ type: "paragraph", children: text("Hot.") }];
const callout = (more: object): Block => ({ type: "callout", ...more, children: inside });

it.each([
  ["en-GB", "Warning"],
  ["de", "Warnung"],
  ["ar-EG", "تحذير"],
  ["nl", "Waarschuwing"],
  ["zh-Hant", "警告"],
  ["fi", "Warning"],
])("a callout without a title is named by its kind in the language of the story: %s", (language, name) => {
  let named = 0;
  const list: Block = { type: "list", ordered: false, items: [[callout({ kind: "warning" })]] };
  expect(typeset([list], { slug: "tides", inLanguage: language }, () => (named += 1))).toEqual([
    { ...list, items: [[callout({ kind: "warning", title: text(name) })]] },
  ]);
  expect(named).toBe(1);
});

it("a title of its own stays, and a callout of no kind has none", () => {
  const blocks = [callout({ kind: "tip", title: text("Try it") }), callout({})];
  expect(typeset(blocks, STORY)).toEqual(blocks);
});

const code = (source: string, more: object = {}): Block => ({ type: "code", text: source, ...more });

it("code of a known language has colours, which make up its text", () => {
  const source = 'const tide = "<high> & low"; // at 12\n';
  const [block] = typeset([code(source, { language: "ts" })], STORY);
  if (block?.type !== "code" || !block.colors) throw new Error("It has no colours.");
  expect(block.text).toBe(source);
  expect(block.colors.reduce((sum, { length }) => sum + length, 0)).toBe(source.length);
  let from = 0;
  const words = block.colors.flatMap(({ length, color }) => {
    const word = source.slice(from, (from += length));
    return color ? [[word, color]] : [];
  });
  expect(words).toEqual([
    ["const", "keyword"],
    ['"<high> & low"', "string"],
    ["// at 12", "comment"],
  ]);
});

it("code of no language, or of one that nobody knows, stays plain", () => {
  const blocks = [code("a = 1"), code("a = 1", { language: "ferryscript" }), code("x".repeat(200_000), { language: "ts" })];
  let set = 0;
  expect(typeset(blocks, STORY, () => (set += 1))).toEqual(blocks);
  expect(set).toBe(0);
});

it("a quiz keeps its id when a question is corrected, and has another than one with the same answers in another story", () => {
  const idIn = (slug: string, question: string) => {
    const quiz: Block = { type: "quiz", questions: [{ question: text(question), answers: [text("True"), text("False")], right: [1] }] };
    const [set] = typeset([quiz], { slug, inLanguage: "en" });
    return set?.type === "quiz" && set.id;
  };
  expect(idIn("tides", "The tide is low.")).toBe(idIn("tides", "The tide is high."));
  expect(idIn("ferries", "The tide is low.")).not.toBe(idIn("tides", "The tide is low."));
});
