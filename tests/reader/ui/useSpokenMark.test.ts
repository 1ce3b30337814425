import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { SpokenPart } from "#content/spokenParts.ts";
import { spokenRange } from "#reader/ui/spokenRange.ts";
import { useSpokenMark } from "#reader/ui/useSpokenMark.ts";

const HTML = `<article class="story"><header class="story-top"><h1>The tide</h1><p class="standfirst">In short.</p></header>
  <div class="prose"><p>One<sup><a class="noteref">1</a></sup> two. One two.</p><div data-visiting></div><p>Three</p></div></article>`;
const parts: SpokenPart[] = [
  { place: "headline", sentences: ["The tide"] },
  { place: 0, sentences: ["One two.", "One two."] },
  { place: 1, sentences: ["Three"] },
];

/** How far down the window the sentence is. */
let top: number;
const scrolls = vi.fn();

beforeEach(() => {
  document.body.insertAdjacentHTML("beforeend", `<main>${HTML}</main>`);
  top = 300;
  scrolls.mockClear();
  vi.stubGlobal("innerHeight", 800);
  vi.stubGlobal("scrollTo", scrolls);
  vi.spyOn(Range.prototype, "getBoundingClientRect").mockImplementation(() => new DOMRect(100, top, 300, 20));
});
afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector("main")?.remove();
});

it("finds each sentence, also one that occurs twice, without the numbers of notes", () => {
  const said = (part: SpokenPart, sentence: number) => {
    const range = spokenRange(part, sentence);
    return range && [range.startOffset, range.endOffset, String(range)];
  };
  expect(said(parts[0]!, 0)?.[2]).toBe("The tide");
  expect(said({ place: "standfirst", sentences: ["In short."] }, 0)?.[2]).toBe("In short.");
  expect(said(parts[1]!, 0)).toEqual([0, 5, "One1 two."]);
  expect(said(parts[1]!, 1)).toEqual([6, 14, "One two."]);
  expect(said(parts[2]!, 0)?.[2]).toBe("Three");
  expect(said({ place: 0, sentences: ["One two.", "Four."] }, 1)).toBeUndefined();
  expect(said({ place: 5, sentences: ["One"] }, 0)).toBeUndefined();
});

const marked = () => Array.from(document.querySelectorAll("[data-here]"), ({ textContent }) => textContent.slice(0, 3));

it("marks the sentence, keeps it in view, and leaves a reader alone who scrolls away until they come back", () => {
  const { result, rerender, unmount } = renderHook(({ part, sentence }) => useSpokenMark(parts[part], sentence), {
    initialProps: { part: 0, sentence: 0 },
  });
  expect([marked(), scrolls.mock.calls.length]).toEqual([["The"], 0]);
  top = 900;
  rerender({ part: 1, sentence: 0 });
  expect([marked(), scrolls.mock.calls.length]).toEqual([["One"], 1]);
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  rerender({ part: 1, sentence: 1 });
  expect(scrolls).toHaveBeenCalledTimes(2);
  for (const event of [new Event("wheel"), new KeyboardEvent("keydown", { key: "PageDown" })]) {
    document.dispatchEvent(event);
    rerender({ part: 2, sentence: 0 });
    rerender({ part: 1, sentence: 0 });
    expect(scrolls).toHaveBeenCalledTimes(2);
  }
  top = 300;
  rerender({ part: 2, sentence: 0 });
  top = 900;
  rerender({ part: 1, sentence: 0 });
  expect(scrolls).toHaveBeenCalledTimes(3);
  document.documentElement.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  rerender({ part: 2, sentence: 0 });
  expect(scrolls).toHaveBeenCalledTimes(3);
  act(() => result.current());
  expect(scrolls).toHaveBeenCalledTimes(4);
  rerender({ part: 1, sentence: 0 });
  expect(scrolls).toHaveBeenCalledTimes(5);
  rerender({ part: 9, sentence: 0 });
  expect(marked()).toEqual([]);
  unmount();
});
