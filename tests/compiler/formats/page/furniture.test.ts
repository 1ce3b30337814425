import { expect, test } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { withoutFurniture } from "#compiler/formats/page/furniture.ts";

const text = (words: string): Inline => ({ type: "text", text: words });
const p = (...children: (string | Inline)[]): Block => ({
  type: "paragraph",
  children: children.map((each) => (typeof each === "string" ? text(each) : each)),
});
const h = (words: string): Block => ({ type: "heading", level: 2, id: "x", children: [text(words)] });
const a = (words: string, url = "/x"): Inline => ({ type: "link", url, children: [text(words)] });
const list = (...items: Inline[]): Block => ({ type: "list", ordered: false, items: items.map((item) => [p(item)]) });
const divider: Block = { type: "divider" };

const LONG = "The cranes left at dawn, three weeks early, and nobody who counts them in the marsh can say why. ".repeat(3);

/** The lines of a text that stay. */
const left = (blocks: Block[], known = ["The cranes", "Ada Keane", "Nature"], address = "https://www.paper.example/a") =>
  withoutFurniture(blocks, known, address).map((block) => (block.type === "divider" ? "---" : plainText([block]).slice(0, 40)));

test("what pages put above a text is no part of it", () => {
  const above = [
    p("Nature"),
    p("News » Birds » Cranes"),
    h("The Cranes!"),
    p("By Ada Keane"),
    p("Ada Keane"),
    p("Updated Nov 19, 2024, 6:55 AM"),
    p("3 hours ago"),
    divider,
    list(a("Home"), a("Birds")),
    p(a("All stories")),
  ];
  expect(left([...above, p(LONG), divider, p("By the river they waited."), p("Nature"), p(LONG)])).toEqual([
    "The cranes left at dawn, three weeks ear",
    "---",
    "By the river they waited.",
    "The cranes left at dawn, three weeks ear",
  ]);
});

test("labels and rows of sharing buttons are left out wherever they are", () => {
  expect(
    left([p(LONG), p("Advertisement"), p("Share on Facebook"), p("12 comments"), p("Werbung"), p("Share your thoughts"), p(LONG)]),
  ).toEqual(["The cranes left at dawn, three weeks ear", "Share your thoughts", "The cranes left at dawn, three weeks ear"]);
});

test("a headline below text of its own is part of that text", () => {
  expect(left([p(LONG), h("The cranes"), p(LONG)])).toEqual([
    "The cranes left at dawn, three weeks ear",
    "The cranes left at dawn, three weeks ear",
  ]);
  expect(left([p("Short"), h("The cranes"), p(LONG)])).toEqual(["The cranes left at dawn, three weeks ear"]);
});

test("other stories within and below a text are left out, and links to other sites are the author's", () => {
  const others = [p(a("One story of ours")), p(a("Another story of ours")), p(a("A third story of ours"))];
  const elsewhere = [p(a("One", "https://a.example/1")), p(a("Two", "https://a.example/2")), p(a("Three", "https://a.example/3"))];
  expect(left([p(LONG), ...others, p(LONG)])).toEqual([
    "The cranes left at dawn, three weeks ear",
    "The cranes left at dawn, three weeks ear",
  ]);
  const start = Array.from({ length: 6 }, () => p(LONG));
  expect(left([...start, ...elsewhere, p(LONG)]).slice(6)).toEqual(["One", "Two", "Three", "The cranes left at dawn, three weeks ear"]);
  expect(left([...start, ...others, p(LONG)]).slice(6)).toEqual(["The cranes left at dawn, three weeks ear"]);
  expect(left([p(LONG), h("You may also like"), ...others])).toEqual(["The cranes left at dawn, three weeks ear"]);
  expect(left([p(LONG), p(LONG), h("More"), list(a("One"), a("Two"), a("Three"), a("Four"))])).toEqual([
    "The cranes left at dawn, three weeks ear",
    "The cranes left at dawn, three weeks ear",
  ]);
  expect(left([p(LONG), p(a("One story"))])).toEqual(["The cranes left at dawn, three weeks ear"]);
});

test("a page of nothing else has no text", () => {
  expect(left([p("Nature"), divider])).toEqual([]);
  expect(left([])).toEqual([]);
});
