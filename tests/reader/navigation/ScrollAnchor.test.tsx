import { act, render } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ScrollAnchor } from "#reader/navigation/ScrollAnchor.tsx";

/** The box of the paragraph that is under the point that is looked at. */
let box: DOMRect;
let letter: DOMRect;
let resized: () => void;
const caretPositionFromPoint = vi.fn<(x: number, y: number) => object>();
const disconnect = vi.fn();
const scrollBy = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  document.body.innerHTML = '<main><div class="prose"><p>One two</p></div></main>';
  const paragraph = document.querySelector("p")!;
  paragraph.getBoundingClientRect = () => box;
  caretPositionFromPoint.mockImplementation(() => ({ offsetNode: paragraph.firstChild, offset: 4 }));
  Object.assign(document, {
    elementsFromPoint: vi.fn((_x: number, y: number) => (y >= box.top && y < box.bottom ? [document.body, paragraph] : [document.body])),
    caretPositionFromPoint,
  });
  vi.spyOn(Range.prototype, "getBoundingClientRect").mockImplementation(() => letter);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(callback: () => void) {
        resized = callback;
      }
      readonly observe = vi.fn();
      readonly disconnect = disconnect;
    },
  );
  vi.stubGlobal("innerHeight", 800);
  vi.stubGlobal("innerWidth", 1000);
  vi.stubGlobal("scrollY", 500);
  vi.stubGlobal("scrollBy", scrollBy);
  scrollBy.mockClear();
  disconnect.mockClear();
  box = new DOMRect(100, -100, 600, 400);
  letter = new DOMRect(100, 72, 8, 20);
  resized = () => {};
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const name of ["elementsFromPoint", "caretPositionFromPoint"]) Reflect.deleteProperty(document, name);
  document.body.replaceChildren();
});

const show = () =>
  render(
    <MemoryRouter>
      <ScrollAnchor />
    </MemoryRouter>,
  );

const scroll = (y: number) => {
  vi.stubGlobal("scrollY", y);
  dispatchEvent(new Event("scroll"));
};
const moves = () => scrollBy.mock.calls.map(([{ top }]) => Number(top));

it("keeps the letter that is read in its place when its paragraph is laid out again", () => {
  show();
  vi.advanceTimersByTime(100);
  expect(caretPositionFromPoint).toHaveBeenCalledWith(102, 76);
  letter = new DOMRect(100, 130, 8, 20);
  resized();
  expect(scrollBy).toHaveBeenCalledWith({ top: 58, behavior: "instant" });
  letter = new DOMRect(100, 72, 8, 20);
  resized();
  expect(moves()).toEqual([58, 0]);
});

it("looks at the other side of a text that is read from the right", () => {
  document.querySelector("p")!.style.direction = "rtl";
  show();
  vi.advanceTimersByTime(100);
  expect(caretPositionFromPoint).toHaveBeenCalledWith(698, 76);
});

it("keeps the top of a paragraph that is whole, and its share where the browser knows no letter", () => {
  box = new DOMRect(100, 72, 600, 400);
  show();
  vi.advanceTimersByTime(100);
  box = new DOMRect(100, 100, 600, 200);
  resized();
  expect(moves()).toEqual([28]);
  scrollBy.mockClear();
  letter = new DOMRect();
  box = new DOMRect(100, -28, 600, 400);
  scroll(900);
  vi.advanceTimersByTime(100);
  box = new DOMRect(100, -28, 600, 800);
  resized();
  // A quarter of the paragraph was above.
  expect(moves()).toEqual([100]);
  box = new DOMRect();
  resized();
  expect(moves()).toEqual([100]);
});

it("is the reader's line of the moment: what they scroll to, once the page rests", () => {
  show();
  vi.advanceTimersByTime(100);
  letter = new DOMRect(100, 80, 8, 20);
  scroll(600);
  resized();
  expect(moves()).toEqual([]);
  vi.advanceTimersByTime(99);
  resized();
  expect(moves()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(disconnect).toHaveBeenCalledOnce();
  letter = new DOMRect(100, 90, 8, 20);
  resized();
  expect(moves()).toEqual([10]);
  // Its own scroll is not the reader's.
  scroll(600);
  resized();
  expect(moves()).toEqual([10, 10]);
});

it("keeps the line where the window becomes wider, not where only its height changes", () => {
  show();
  vi.advanceTimersByTime(100);
  letter = new DOMRect(100, 92, 8, 20);
  dispatchEvent(new Event("resize"));
  expect(moves()).toEqual([]);
  vi.stubGlobal("innerWidth", 700);
  dispatchEvent(new Event("resize"));
  dispatchEvent(new Event("resize"));
  expect(moves()).toEqual([20]);
});

it("keeps nothing at the top of the page, and the same line under a dialog", () => {
  vi.stubGlobal("scrollY", 0);
  show();
  vi.advanceTimersByTime(100);
  resized();
  expect(moves()).toEqual([]);
  scroll(500);
  vi.advanceTimersByTime(100);
  document.body.insertAdjacentHTML("beforeend", "<dialog open></dialog>");
  const rest = box;
  box = new DOMRect();
  scroll(520);
  vi.advanceTimersByTime(100);
  box = rest;
  letter = new DOMRect(100, 75, 8, 20);
  resized();
  expect(moves()).toEqual([3]);
});

it("stops with the page", () => {
  const { unmount } = show();
  act(() => void vi.advanceTimersByTime(100));
  unmount();
  expect(disconnect).toHaveBeenCalledOnce();
  vi.stubGlobal("innerWidth", 700);
  letter = new DOMRect(100, 92, 8, 20);
  dispatchEvent(new Event("resize"));
  scroll(900);
  vi.runAllTimers();
  expect(moves()).toEqual([]);
});
