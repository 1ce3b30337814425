import { useLayoutEffect } from "react";
import { useLocation } from "react-router";
import { caretAt, TEXT_TOP } from "../ui/caretAt.ts";

/** What a page is read by. */
const BLOCKS = "main :is(.prose > *, p, li, h1, h2, h3, h4, td, figcaption, img)";

/** How close two looks for a block are, in pixels: no line is less high. */
const STEP = 12;

/** How long the page must lie still until its line is noted, in milliseconds. */
const STILL = 100;

/** The line that is read: its text, or how far down its block, from 0 to 1, and where that stood in the window. */
type Line = { block: Element; text: Range | undefined; share: number; top: number };

/**
 * Keeps the line that is read where it is when the text is laid out anew: in a
 * window that is turned, resized or zoomed, in another size or typeface. Browsers do
 * so by themselves, but by the paragraph, of which the line may leave the window,
 * and Safari does not.
 */
export function ScrollAnchor() {
  const { key } = useLocation();
  // The next page may take over the same elements. It is no line of theirs that was read.
  useLayoutEffect(keepLine, [key]);
  return null;
}

/** @returns how to let go */
function keepLine(): () => void {
  let line: Line | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let width = innerWidth;
  /** How far down the page was after it was put right: a scroll to there is no reader's. */
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
    // Below a dialog nothing can be found, and no reader can have moved the page.
    line = scrollY > 0 ? (lineInView() ?? line) : undefined;
    if (!line) return;
    // While the page moves, the line is that of before.
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
    // Of another height alone it is also while a phone's bar slides away.
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

/** The topmost, at a point that lies in the text of a story however wide the window is. */
function blockInView(): Element | undefined {
  for (let y = TEXT_TOP + 1; y < innerHeight; y += STEP) {
    const block = document.elementsFromPoint(innerWidth * 0.4, y).find((each) => each.matches(BLOCKS));
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

/** Undefined where it is shown no more. */
function topOf({ block, text, share }: Line): number | undefined {
  const letter = text?.getBoundingClientRect();
  if (letter && letter.height > 0) return letter.top;
  const { top, height } = block.getBoundingClientRect();
  return height > 0 ? top + share * height : undefined;
}
