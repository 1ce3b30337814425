import { expect, it } from "vitest";
import { picturesOf } from "#content/picturesOf.ts";
import { makeArticle, makeImage } from "../support/makeArticle.ts";

it("counts pictures as a page shows them: those in a footnote last, wherever it stands in the body", () => {
  const [lead, first, noted, last] = ["lead", "first", "noted", "last"].map(makeImage);
  const article = makeArticle({
    image: lead,
    body: [
      { type: "figure", image: first! },
      { type: "note", id: "1", children: [{ type: "figure", image: noted! }] },
      { type: "figure", image: last! },
    ],
  });
  expect(picturesOf(article)).toEqual([lead, first, last, noted]);
});
