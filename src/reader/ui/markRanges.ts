import "./markRanges.css";

/**
 * Marks ranges of the page's text without changing the document (CSS Custom
 * Highlight API). A browser without it marks the whole elements that contain them.
 * @param name what the mark means; a name marks one place at a time
 * @returns a function that removes the mark
 */
export function markRanges(name: "passage" | "spoken", ranges: Range[]): () => void {
  if (typeof Highlight === "undefined") return markElements(ranges);
  const mark = new Highlight(...ranges);
  CSS.highlights.set(name, mark);
  return () => {
    if (CSS.highlights.get(name) === mark) CSS.highlights.delete(name);
  };
}

function markElements(ranges: Range[]): () => void {
  const elements = ranges.map(({ commonAncestorContainer: node }) => (node instanceof Element ? node : node.parentElement));
  for (const element of elements) element?.toggleAttribute("data-here", true);
  return () => {
    for (const element of elements) element?.removeAttribute("data-here");
  };
}
