import { useLayoutEffect } from "react";
import { useLocation } from "react-router";
import { caretAt, TEXT_TOP } from "../ui/caretAt.ts";

/** The blocks of a page that can hold the line that is being read. */
const BLOCKS = "main :is(.prose > *, p, li, h1, h2, h3, h4, td, figcaption, img)";

/** The distance between the points at which a block is looked for, in pixels: no line is less tall. */
const STEP = 12;

/** How long the page must be still before its line is noted, in milliseconds. */
const STILL = 100;

/** The line that is being read: its text, or how far down its block it is, from 0 to 1, and its place in the window. */
type Line = { block: Element; text: Range | undefined; share: number; top: number };

/**
 * Keeps the line that is being read in place when the text is laid out again: when
 * the window is rotated, resized or zoomed, or the text gets another size or typeface.
 * Browsers anchor only the paragraph, so that the line may leave the window, and
 * Safari does not even do that.
 */
export function ScrollAnchor() {
  const { key } = useLocation();
  // The next page may reuse the same elements, but none of its lines has been read.
  useLayoutEffect(keepLine, [key]);
  return null;
}

/** @returns a function that stops keeping it */
function keepLine(): () => void {
  let line: Line | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let width = innerWidth;
  /** The scroll position after a correction: a scroll to there is not the reader's. */
  let placed = -1;

  const place = () => {
    clearTimeout(timer);
    timer = undefined;
    const top = line && topOf(line);
    if (line === undefined || top === undefined) return;
    scrollBy({ top: top - line.top, behavior: "instant" });
    placed = scrollY;
  };
  let observer: ResizeObserver | undefined;
  const note = () => {
    timer = undefined;
    observer?.disconnect();
    // Under a dialog no line can be found, and the reader cannot have moved the page. Where the window shows only the foot, none is read.
    const same = document.querySelector("dialog[open]") ? line : undefined;
    line = scrollY > 0 ? (lineInView() ?? same) : undefined;
    if (!line) return;
    // While the page moves, the line is still the previous one.
    observer = new ResizeObserver(() => timer === undefined && place());
    observer.observe(line.block);
  };
  const onScroll = () => {
    if (Math.abs(scrollY - placed) < 1) return;
    placed = -1;
    clearTimeout(timer);
    timer = setTimeout(note, STILL);
  };
  const onResize = () => {
    // The height alone also changes while a phone's address bar slides away.
    if (innerWidth !== width) place();
    width = innerWidth;
  };
  addEventListener("scroll", onScroll, { passive: true });
  addEventListener("resize", onResize);
  timer = setTimeout(note, STILL);
  return () => {
    clearTimeout(timer);
    observer?.disconnect();
    removeEventListener("scroll", onScroll);
    removeEventListener("resize", onResize);
  };
}

function lineInView(): Line | undefined {
  const block = blockInView();
  if (!block) return undefined;
  const { top, left, right, height } = block.getBoundingClientRect();
  if (top >= TEXT_TOP) return { block, text: undefined, share: 0, top };
  const x = getComputedStyle(block).direction === "rtl" ? right - 2 : left + 2;
  const text = textAt(block, x, TEXT_TOP + 4);
  const line = { block, text, share: (TEXT_TOP - top) / height, top: TEXT_TOP };
  return { ...line, top: topOf(line) ?? TEXT_TOP };
}

/** The topmost block, at a point that is inside the text of a story in a window of any width. */
function blockInView(): Element | undefined {
  for (let y = TEXT_TOP + 1; y < innerHeight; y += STEP) {
    const block = document.elementsFromPoint(innerWidth * 0.4, y).find((element) => element.matches(BLOCKS));
    if (block) return block;
  }
  return undefined;
}

function textAt(block: Element, x: number, y: number): Range | undefined {
  const caret = caretAt(x, y);
  if (!(caret?.node instanceof Text) || !block.contains(caret.node)) return undefined;
  const range = document.createRange();
  const start = Math.min(caret.offset, caret.node.length - 1);
  range.setStart(caret.node, start);
  range.setEnd(caret.node, start + 1);
  return range;
}

/** Undefined if the line is no longer shown. */
function topOf({ block, text, share }: Line): number | undefined {
  const letter = text?.getBoundingClientRect();
  if (letter && letter.height > 0) return letter.top;
  const { top, height } = block.getBoundingClientRect();
  return height > 0 ? top + share * height : undefined;
}
