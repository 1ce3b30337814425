import { expect, test } from "vitest";
import { headingIds } from "../../../src/compiler/body/headingIds.ts";

test("a heading has the id it came with, else its words, and never one twice", () => {
  const idOf = headingIds();
  expect([idOf("The Hub", "hub"), idOf("The Hub"), idOf("The hub"), idOf("!?")]).toEqual(["hub", "the-hub", "the-hub-2", "section-4"]);
});

test.each(["p-1", "image-2", "note-1", "note-a", "noteref-1", "notes", "main", "more-about", "related-stories"])(
  "the id %s is the reader's own, and no heading has it",
  (id) => {
    expect(headingIds()("Words", id)).toBe(`section-${id}`);
    expect(headingIds()(id.replace("-", " "))).toBe(`section-${id}`);
  },
);

test.each(["p-value", "image", "notebook", "page-1"])("the id %s is free", (id) => expect(headingIds()("Words", id)).toBe(id));
