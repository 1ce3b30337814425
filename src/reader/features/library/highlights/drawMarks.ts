import { COLOURS } from "./changeMark.ts";
import type { PlacedMark } from "./placeMarks.ts";

/**
 * Colours highlights without touching the page (CSS Custom Highlight API). Where
 * a browser lacks it the sign beside the text is all there is to see of them.
 * @returns how to take the colours away
 */
export function drawMarks(placed: readonly PlacedMark[]): () => void {
  if (typeof Highlight === "undefined") return () => {};
  for (const colour of COLOURS) {
    const drawn = new Highlight(...placed.filter(({ mark }) => mark.colour === colour).map(({ range }) => range));
    // A passage that a link leads to, or that is read aloud, shows over them.
    drawn.priority = -1;
    CSS.highlights.set(`kept-${colour}`, drawn);
  }
  return () => {
    for (const colour of COLOURS) CSS.highlights.delete(`kept-${colour}`);
  };
}

/** The highlight at a point of the window; of several the one that was made last. */
export function markAt(placed: readonly PlacedMark[], x: number, y: number): PlacedMark | undefined {
  return placed
    .filter(({ range }) =>
      [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom),
    )
    .toSorted((a, b) => b.mark.madeAt - a.mark.madeAt)[0];
}
