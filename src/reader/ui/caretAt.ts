/** Where the masthead of a story ends and its text begins to be seen, in pixels from the top of the window. */
export const TEXT_TOP = 72;

/** The place in the text under a point of the window. Undefined where the browser cannot tell. */
export function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret) return { node: caret.offsetNode, offset: caret.offset };
  // Safari learned the former late.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
