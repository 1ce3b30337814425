import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { firstBelow, placedAt, placeOf } from "#reader/features/article/paged/anchor.ts";
import { makePager, type Pager } from "#reader/features/article/paged/pager.ts";
import { bringIntoView } from "#reader/ui/bringIntoView.ts";
import { standInForPages } from "../../../../support/pagesStandIn.ts";

const PAGE = 600;
const onPage = vi.fn();
const onPlace = vi.fn();
let story: HTMLElement;
let pager: Pager | undefined;
/** How far the window is scrolled, and where the story begins on the page. */
let [windowTop, storyTop] = [0, 40];

/** A story of five pages: its blocks are on page 1, 2 to 3, 4 and 5. */
function show(dir: "ltr" | "rtl" = "ltr", columns = 1): void {
  document.body.innerHTML = `<main><article class="story" style="direction: ${dir}; column-count: ${columns}">
    <header class="story-top"><h1 id="head">Head</h1></header>
    <div class="prose"><p id="a">One two</p><p id="b">Three</p><ul><li id="c">Four</li></ul></div>
    <ul class="actions"><li><button id="tool">Save</button></li></ul></article></main><p id="outside">Outside</p>`;
  story = document.querySelector<HTMLElement>(".story")!;
  const sign = dir === "rtl" ? -1 : 1;
  let left = 0;
  Object.defineProperties(story, {
    scrollLeft: {
      get: () => left,
      set(to: number) {
        left = to;
      },
    },
    scrollWidth: { configurable: true, get: () => 5 * PAGE },
  });
  const frameOf = () => new DOMRect(100, storyTop - windowTop, PAGE + 1, 800);
  Object.assign(story, {
    scrollTo: (to: { left: number }) => (left = to.left),
    getBoundingClientRect: frameOf,
    getClientRects: () => [frameOf()],
  });
  /** The box of a block on a page, from 0. */
  const boxOn = (page: number) => new DOMRect(100 + sign * page * PAGE - left, 100, PAGE, 200);
  for (const [id, pages] of Object.entries({ head: [0], a: [1, 2], b: [3], c: [4] })) {
    const boxes = { getClientRects: () => pages.map(boxOn), getBoundingClientRect: () => boxOn(pages[0] ?? 0) };
    Object.assign(document.getElementById(id)!, boxes);
  }
  Object.assign(document.querySelector(".prose > ul")!, { getClientRects: () => [] });
}

function begin(at?: string) {
  pager = makePager(story, at === undefined ? undefined : document.getElementById(at)!, { onPage, onPlace });
  return pager;
}

const pages = () => onPage.mock.calls.map(([{ page, count }]) => `${page}/${count}`);
const frame = () => new Promise((done) => requestAnimationFrame(done));

standInForPages();

beforeEach(() => {
  [windowTop, storyTop] = [0, 40];
  vi.stubGlobal("innerHeight", 800);
  onPage.mockClear();
  onPlace.mockClear();
});
afterEach(async () => {
  pager?.stop();
  pager = undefined;
  await frame();
  document.body.replaceChildren();
});

it("shows one page at a time, and none before the first or after the last", () => {
  show();
  const { turn, toPage } = begin();
  expect(pages()).toEqual(["1/5"]);
  expect(story.style.getPropertyValue("--page-width")).toBe("600px");
  turn(-1);
  turn(1);
  turn(1);
  toPage(Infinity);
  turn(1);
  expect(pages()).toEqual(["1/5", "2/5", "3/5", "5/5"]);
  expect(story.scrollLeft).toBe(4 * PAGE);
  toPage(1);
  expect(story.scrollLeft).toBe(0);
});

it("goes to the left in a story that is read from the right", () => {
  show("rtl");
  const { turn, turnTo } = begin();
  turn(1);
  expect(story.scrollLeft).toBe(-PAGE);
  turnTo(document.getElementById("c")!);
  expect(pages()).toEqual(["1/5", "2/5", "5/5"]);
});

it("begins on the page that the reader had reached, and tells what they have reached", () => {
  show();
  const { turn } = begin("b");
  expect(pages().at(-1)).toBe("4/5");
  expect(scrollTo).toHaveBeenCalledWith({ top: 0, behavior: "instant" });
  turn(1);
  expect(onPlace).toHaveBeenLastCalledWith(document.getElementById("c"));
  turn(-3);
  expect(onPlace).toHaveBeenLastCalledWith(document.getElementById("a"));
});

it("counts two columns as one page, and pads a last page with one", () => {
  show("ltr", 2);
  Object.defineProperty(story, "scrollWidth", { value: 4.5 * PAGE });
  begin();
  expect(pages()).toEqual(["1/5"]);
  expect(story).toHaveAttribute("data-odd");
  pager?.stop();
  show("ltr", 2);
  begin();
  expect(story).not.toHaveAttribute("data-odd");
});

it("keeps what is above the story in the window, unless it takes much room", () => {
  show();
  storyTop = 160;
  begin().turn(1);
  expect(story.style.getPropertyValue("--above")).toBe("160px");
  expect(scrollTo).toHaveBeenLastCalledWith({ top: 0, behavior: "instant" });
  pager?.stop();
  show();
  storyTop = 161;
  begin().turn(1);
  expect(story.style.getPropertyValue("--above")).toBe("0px");
  expect(scrollTo).toHaveBeenLastCalledWith({ top: 161, behavior: "instant" });
});

it("shows what gets the focus or is looked for, but not for a tool, which is on every page", () => {
  show();
  begin();
  document.getElementById("tool")?.focus();
  expect(pages()).toEqual(["1/5"]);
  const block = document.getElementById("b")!;
  block.tabIndex = -1;
  block.focus();
  expect(pages().at(-1)).toBe("4/5");
  bringIntoView(document.getElementById("a")!);
  expect(pages().at(-1)).toBe("2/5");
  bringIntoView(document.getElementById("outside")!);
  expect(pages().at(-1)).toBe("2/5");
});

it("ends on a page whatever scrolls the story", () => {
  show();
  begin();
  story.scrollLeft = 1.6 * PAGE;
  story.dispatchEvent(new Event("scroll"));
  expect([story.scrollLeft, pages().at(-1)]).toEqual([2 * PAGE, "3/5"]);
  story.scrollLeft = 2 * PAGE + 1;
  story.dispatchEvent(new Event("scroll"));
  expect(story.scrollLeft).toBe(2 * PAGE + 1);
});

it("is laid out anew where the window changes, on the page of the same words", async () => {
  show();
  begin("b");
  onPage.mockClear();
  dispatchEvent(new Event("resize"));
  dispatchEvent(new Event("resize"));
  await frame();
  expect(pages()).toEqual(["4/5"]);
  document.fonts.dispatchEvent(new Event("loadingdone"));
  await frame();
  story.querySelector("ul")?.dispatchEvent(new Event("toggle"));
  await frame();
  expect(pages()).toHaveLength(3);
});

it("scrolls to the same words once the reader scrolls again", async () => {
  show();
  const { turn, stop } = begin();
  turn(3);
  vi.stubGlobal("scrollY", 50);
  stop();
  pager = undefined;
  expect(story).not.toHaveAttribute("style");
  await frame();
  expect(onPlace).toHaveBeenLastCalledWith(undefined);
  expect(scrollTo).toHaveBeenLastCalledWith({ top: 100 + 50 - 200, behavior: "instant" });
  onPage.mockClear();
  dispatchEvent(new Event("resize"));
  await frame();
  expect(pages()).toEqual([]);
});

it("finds the words again after a reload", () => {
  show();
  const one = document.getElementById("a")!;
  const word = document.createRange();
  word.setStart(one.firstChild!, 4);
  word.setEnd(one.firstChild!, 5);
  expect(placeOf(story, word)).toEqual({ part: 1, offset: 4 });
  expect(placedAt(story, { part: 1, offset: 4 })).toMatchObject({ startContainer: one.firstChild, startOffset: 4, endOffset: 5 });
  expect(placeOf(story, document.getElementById("c")!)).toEqual({ part: 4, offset: 0 });
  expect(placedAt(story, { part: 4, offset: 0 })).toBe(document.getElementById("c"));
  expect(placeOf(story, document.getElementById("outside")!)).toBeUndefined();
  expect(placedAt(story, { part: 9, offset: 3 })).toBeUndefined();
});

it("knows the first block that a reader who scrolls can see", () => {
  show();
  const boxes = { head: [0, 72], a: [72, 1], b: [80, 100], c: [200, 100] };
  for (const [id, [top, height]] of Object.entries(boxes)) {
    document.getElementById(id)!.getBoundingClientRect = () => new DOMRect(0, top, 100, height);
  }
  expect(firstBelow(story)?.id).toBe("a");
});
