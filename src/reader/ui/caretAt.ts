/** Where the masthead of a story ends and its text begins to be visible, in pixels from the top of the window. */
export const TEXT_TOP = 72;

/** The place in the text under a point of the window. Undefined where the browser cannot tell. */
export function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret) return { node: caret.offsetNode, offset: caret.offset };
  // Older versions of Safari have only this one.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

/** How far into the text of an element a position is, in UTF-16 units. */
export function offsetIn(element: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The letter at an offset into the text of an element, or the end of the text if it has since become shorter. */
export function letterAt(element: Element, offset: number): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? "";
    if (left < length) {
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range;
    }
    left -= length;
  }
  range.collapse(false);
  return range;
}
