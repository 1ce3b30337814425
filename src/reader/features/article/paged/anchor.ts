import type { Entry } from "../../../navigation/historyEntry.ts";
import { caretAt, letterAt, offsetIn, TEXT_TOP } from "../../../ui/caretAt.ts";

/** Content on a page: an element, or a range of text. */
export type PageContent = Range | Element;

/** The elements that a page can begin with. */
const BLOCKS = ":scope > .story-top > *, :scope > figure, :scope > .prose > *, :scope > .prose li, :scope > .tail > *";

/** The first content on the current page, by which the page is found again after a new layout. */
export function anchorOn(story: HTMLElement, isRtl: boolean): PageContent | undefined {
  const frame = story.getBoundingClientRect();
  for (const block of story.querySelectorAll(BLOCKS)) {
    const parts = [...block.getClientRects()];
    const here = parts.find(({ left, right, height }) => height > 0 && right > frame.left + 1 && left < frame.right - 1);
    if (!here) continue;
    return here === parts[0] ? block : (wordAt(block, isRtl ? here.right - 2 : here.left + 2, here.top + 4) ?? block);
  }
  return undefined;
}

/** The first block that a reader who scrolls can see. */
export function firstBelow(story: HTMLElement): Element | undefined {
  return [...story.querySelectorAll(BLOCKS)].find((block) => block.getBoundingClientRect().bottom > TEXT_TOP);
}

/** The letter at a point, in a paragraph that begins on an earlier page. */
function wordAt(block: Element, x: number, y: number): Range | undefined {
  const caret = caretAt(x, y);
  if (!caret || !block.contains(caret.node) || !(caret.node instanceof Text) || caret.node.length === 0) return undefined;
  const range = document.createRange();
  const offset = Math.min(caret.offset, caret.node.length - 1);
  range.setStart(caret.node, offset);
  range.setEnd(caret.node, offset + 1);
  return range;
}

/** The place of content in a story, by which it is found again after a reload. */
export function placeOf(story: HTMLElement, placed: PageContent): Entry["place"] {
  const node = placed instanceof Range ? placed.startContainer : placed;
  const parts = [...story.querySelectorAll(BLOCKS)];
  const part = parts.findLastIndex((block) => block.contains(node));
  const within = parts[part];
  if (!within) return undefined;
  return { part, offset: placed instanceof Range ? offsetIn(within, node, placed.startOffset) : 0 };
}

/** The content at such a place. Undefined if the story no longer has that part. */
export function placedAt(story: HTMLElement, { part, offset }: NonNullable<Entry["place"]>): PageContent | undefined {
  const within = story.querySelectorAll(BLOCKS)[part];
  return within && offset > 0 ? letterAt(within, offset) : within;
}

/** The box of the first line, which may be on a different page from the last. */
export function startOf(placed: PageContent): DOMRect {
  return placed.getClientRects()[0] ?? placed.getBoundingClientRect();
}
