import { expect, it } from "vitest";
import { caretAt, letterAt, offsetIn } from "#reader/ui/caretAt.ts";
import { spokenRange } from "#reader/ui/spokenRange.ts";

it("finds a letter of an element, wherever its markup puts it, and the end of a text that has become shorter", () => {
  document.body.innerHTML = "<p>One <b>two</b> three</p>";
  const p = document.querySelector("p")!;
  const letters = (offset: number) => letterAt(p, offset).toString();
  expect([0, 3, 4, 6, 7, 12].map(letters)).toEqual(["O", " ", "t", "o", " ", "e"]);
  const end = letterAt(p, 13);
  expect([end.toString(), end.collapsed, end.startContainer, end.startOffset]).toEqual(["", true, p, 3]);
  expect([offsetIn(p, p.firstChild!, 2), offsetIn(p, p.lastChild!, 0), offsetIn(p, p, 3)]).toEqual([2, 7, 13]);
});

it("finds the caret in browsers of both kinds", () => {
  const node = document.body;
  expect(caretAt(1, 2)).toBeUndefined();
  const range = () => ({ startContainer: node, startOffset: 1 });
  Object.assign(document, { caretRangeFromPoint: range });
  expect(caretAt(1, 2)).toEqual({ node, offset: 1 });
  Object.assign(document, { caretPositionFromPoint: () => ({ offsetNode: node, offset: 2 }) });
  expect(caretAt(1, 2)).toEqual({ node, offset: 2 });
  for (const name of ["caretRangeFromPoint", "caretPositionFromPoint"]) Reflect.deleteProperty(document, name);
});

it("finds a spoken sentence in the page: after those before it, without notes, however it is broken", () => {
  document.body.innerHTML = `<article class="story"><div class="story-top"><h1>Head line</h1><p class="standfirst">Stand first</p></div>
    <div class="prose"><p data-visiting>Guest</p><p>Rain. More
    <b>rain</b><a class="noteref">1</a>. Rain.</p><p>Last</p></div></article>`;
  const spoken = (place: "headline" | "standfirst" | number, sentences: string[], sentence: number) =>
    spokenRange({ place, sentences }, sentence)?.toString().replaceAll(/\s+/gu, " ");
  expect(spoken("headline", ["Head line"], 0)).toBe("Head line");
  expect(spoken("standfirst", ["Stand first"], 0)).toBe("Stand first");
  const three = ["Rain.", "More rain.", "Rain."];
  expect([0, 1].map((at) => spoken(0, three, at))).toEqual(["Rain.", "More rain1."]);
  const last = spokenRange({ place: 0, sentences: three }, 2);
  expect([last?.toString(), last?.startContainer.textContent]).toEqual(["Rain.", ". Rain."]);
  expect(spoken(1, ["Last"], 0)).toBe("Last");
  expect([spoken(0, ["Snow."], 0), spoken(7, ["Last"], 0)]).toEqual([undefined, undefined]);
});
