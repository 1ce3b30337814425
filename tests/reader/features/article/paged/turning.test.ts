import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { listenToInput } from "#reader/features/article/paged/turning.ts";

const turn = vi.fn();
const toPage = vi.fn();
let stop: () => void;

/** Shows a story that fills a window of 1000 by 800 pixels, with a margin of 100 on both sides. */
function show(dir = "ltr", [top, bottom] = [0, 800]): HTMLElement {
  document.body.innerHTML = `<main><article class="story" style="direction: ${dir}">
    <p id="text">Text <a id="link" href="#x">link</a> <input id="field"></p>
    <div id="wide" role="region" tabindex="0"></div><abbr id="short" tabindex="0">EU</abbr><button id="button">Press</button></article></main><aside id="aside"></aside>`;
  const story = document.querySelector<HTMLElement>(".story")!;
  story.getBoundingClientRect = () => new DOMRect(100, top, 800, (bottom ?? 0) - (top ?? 0));
  stop = listenToInput(story, { turn, toPage });
  return story;
}

beforeEach(() => {
  vi.stubGlobal("innerHeight", 800);
  vi.stubGlobal("innerWidth", 1000);
  // jsdom has none.
  vi.stubGlobal("visualViewport", null);
  turn.mockClear();
  toPage.mockClear();
});
afterEach(() => {
  stop();
  document.getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

/** @returns whether the key was used */
function press(key: string, on = "text", modifiers: KeyboardEventInit = {}): boolean {
  return !document.getElementById(on)?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers }));
}

const turned = () => [...turn.mock.calls.flat(), ...toPage.mock.calls.map(([page]) => `page ${page}`)];

it("turns pages by keys, in the direction of the text", () => {
  show();
  for (const key of ["ArrowRight", "ArrowLeft", "PageDown", "PageUp", " ", "Home", "End"]) expect(press(key)).toBe(true);
  expect(press(" ", "text", { shiftKey: true })).toBe(true);
  expect(turned()).toEqual([1, -1, 1, -1, 1, -1, "page 1", "page Infinity"]);
  stop();
  expect(press("ArrowRight")).toBe(false);
  turn.mockClear();
  show("rtl");
  for (const key of ["ArrowRight", "ArrowLeft", "PageDown"]) press(key);
  expect(turn.mock.calls.flat()).toEqual([-1, 1, 1]);
});

it("leaves other keys to what has the focus, the browser and the reader's shortcuts", () => {
  const story = show();
  const wide = document.getElementById("wide")!;
  Object.defineProperties(wide, { scrollWidth: { value: 900 }, clientWidth: { value: 800 } });
  const unused = [
    press("x"),
    press("ArrowRight", "text", { shiftKey: true }),
    press("ArrowRight", "text", { ctrlKey: true }),
    press("ArrowRight", "text", { altKey: true }),
    press("ArrowRight", "text", { metaKey: true }),
    press("ArrowRight", "field"),
    press(" ", "button"),
    press(" ", "link"),
    press("ArrowRight", "wide"),
  ];
  expect(unused).toEqual(unused.map(() => false));
  expect(turned()).toEqual([]);
  // A box that is wide, but not high, does not scroll by these.
  expect(press("PageDown", "wide")).toBe(true);
  expect(press("ArrowRight", "button")).toBe(true);
  Object.defineProperties(wide, { scrollHeight: { value: 900 }, clientHeight: { value: 800 } });
  expect(press("PageDown", "wide")).toBe(false);
  story.insertAdjacentHTML("beforeend", "<dialog open></dialog>");
  expect(press("ArrowRight")).toBe(false);
});

it.each([
  [[-500, 300], false],
  [[-300, 500], true],
  [[300, 1100], true],
  [[400, 1200], false],
])("turns by keys only while the story takes more than half of the window: from %j, %s", ([top = 0, bottom = 0], turns) => {
  show("ltr", [top, bottom]);
  expect(press("ArrowRight")).toBe(turns);
});

function click(x: number, { y = 400, on = "text" } = {}): number[] {
  turn.mockClear();
  document.getElementById(on)?.dispatchEvent(new MouseEvent("click", { clientX: x, clientY: y, bubbles: true, cancelable: true }));
  return turn.mock.calls.flat();
}

it("turns back by a click on the first third of the line, and forward by any other", () => {
  show();
  expect([50, 360, 380, 950].map((x) => click(x))).toEqual([[-1], [-1], [1], [1]]);
  expect([click(500, { on: "link" }), click(500, { on: "short" }), click(500, { on: "aside" })]).toEqual([[], [], []]);
  // A browser moves a touch in the margin to a table beside it that has a tab stop.
  expect(click(101, { on: "wide" })).toEqual([-1]);
  expect([click(500, { y: -1 }), click(500, { y: 0 }), click(500, { y: 799 }), click(500, { y: 800 })]).toEqual([[], [1], [1], []]);
  document.body.addEventListener("click", (event) => event.preventDefault(), { once: true });
  expect(click(500)).toEqual([]);
  document.getSelection()?.selectAllChildren(document.getElementById("text")!);
  expect(click(500)).toEqual([]);
  stop();
  document.getSelection()?.removeAllRanges();
  show("rtl");
  expect([50, 620, 660, 950].map((x) => click(x))).toEqual([[1], [1], [-1], [-1]]);
});

type Point = [x: number, y: number];

function swipe(from: Point[], [x, y]: Point): number[] {
  turn.mockClear();
  const target = document.getElementById("text")!;
  const touches = from.map(([clientX, clientY]) => ({ clientX, clientY, target }));
  target.dispatchEvent(Object.assign(new Event("touchstart", { bubbles: true }), { touches }));
  target.dispatchEvent(Object.assign(new Event("touchend", { bubbles: true }), { changedTouches: [{ clientX: x, clientY: y }] }));
  return turn.mock.calls.flat();
}

it("turns by a swipe of one finger that goes sideways", () => {
  show();
  const from: Point[] = [[500, 400]];
  expect([swipe(from, [459, 400]), swipe(from, [541, 400])]).toEqual([[1], [-1]]);
  expect([swipe(from, [460, 400]), swipe(from, [440, 360]), swipe(from, [440, 361])]).toEqual([[], [], [1]]);
  expect(swipe([...from, [600, 400]], [400, 400])).toEqual([]);
  expect(swipe([[500, 900]], [400, 900])).toEqual([]);
  document.getSelection()?.selectAllChildren(document.getElementById("text")!);
  expect(swipe(from, [400, 400])).toEqual([]);
  document.getSelection()?.removeAllRanges();
  stop();
  show("rtl");
  expect(swipe(from, [400, 400])).toEqual([-1]);
});

it("leaves a finger on an enlarged page to the browser, and marks the story as enlarged", () => {
  const viewport = Object.assign(new EventTarget(), { scale: 2 });
  vi.stubGlobal("visualViewport", viewport);
  const story = show();
  expect(swipe([[500, 400]], [400, 400])).toEqual([]);
  viewport.dispatchEvent(new Event("resize"));
  expect(story).toHaveAttribute("data-enlarged");
  viewport.scale = 1;
  viewport.dispatchEvent(new Event("resize"));
  expect(story).not.toHaveAttribute("data-enlarged");
  expect(swipe([[500, 400]], [400, 400])).toEqual([1]);
});
