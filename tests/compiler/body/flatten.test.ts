import { expect, test } from "vitest";
import { flatten } from "#compiler/body/flatten.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { makeImage } from "../../support/makeArticle.ts";
import { paragraph, text } from "./readHtml.ts";

const link = (url: string, words: string): Inline => ({ type: "link", url, children: [text(words)] });

test.each<[string, Block, Inline[]]>([
  ["a paragraph", paragraph("a"), [text("a")]],
  ["a listing", { type: "code", text: "a < b" }, [{ type: "code", text: "a < b" }]],
  ["a formula", { type: "formula", text: "x", mathml: [] }, [{ type: "math", text: "x", mathml: [] }]],
  ["an embed", { type: "embed", provider: "V", url: "https://v.example/", title: "Film" }, [link("https://v.example/", "Film")]],
  [
    "an embed without a title",
    { type: "embed", provider: "V", url: "https://v.example/" },
    [link("https://v.example/", "https://v.example/")],
  ],
  ["a picture", { type: "figure", image: makeImage("dish") }, [text("Drawing: dish")]],
  ["a picture with a caption", { type: "figure", image: { ...makeImage("dish"), caption: [text("Words")] } }, [text("Words")]],
  ["a picture with an empty caption", { type: "figure", image: { ...makeImage("dish"), caption: [text(" ")] } }, [text("Drawing: dish")]],
  ["a picture without words", { type: "figure", image: { ...makeImage("dish"), alt: "" } }, []],
  [
    "a list",
    { type: "list", ordered: false, items: [[paragraph("a")], [], [paragraph("b"), paragraph("c")]] },
    [text("a"), { type: "break" }, text("b"), { type: "break" }, text("c")],
  ],
])("%s on one line", (_, block, inlines) => {
  expect(flatten([block])).toEqual(inlines);
});

test("blocks are apart, and those without words leave no gap", () => {
  const empty: Block = { type: "figure", image: { ...makeImage("dish"), alt: "" } };
  expect(flatten([empty, paragraph("a"), empty, paragraph("b"), empty])).toEqual([text("a"), { type: "break" }, text("b")]);
});
