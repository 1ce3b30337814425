/** The keywords of CSS: which axis they speak of, and how far along it, in percent. */
const KEYWORDS = new Map<string, { axis: "x" | "y" | undefined; at: number }>([
  ["left", { axis: "x", at: 0 }],
  ["right", { axis: "x", at: 100 }],
  ["top", { axis: "y", at: 0 }],
  ["bottom", { axis: "y", at: 100 }],
  ["center", { axis: undefined, at: 50 }],
]);

/**
 * The focal point of a picture as people and other systems write it: two percentages, or one or two keywords of CSS.
 * @returns "30% 60%", in whole percent from the left and from the top; undefined if it is no point of the picture
 */
export function focusOf(written: string): string | undefined {
  const words = written
    .trim()
    .toLowerCase()
    .split(/[\s,]+/u);
  const percents = words.map((word) => Number(/^(\d+(?:\.\d+)?)%$/u.exec(word)?.[1] ?? NaN));
  const [x = NaN, y = NaN] = percents;
  if (words.length === 2 && x <= 100 && y <= 100) return focusAt(x / 100, y / 100);
  const named = words.flatMap((word) => KEYWORDS.get(word) ?? []);
  const [across, down] = (["x", "y"] as const).map((axis) => named.filter((word) => word.axis === axis));
  if (named.length !== words.length || words.length > 2 || across === undefined || down === undefined) return undefined;
  return across.length > 1 || down.length > 1 ? undefined : `${across[0]?.at ?? 50}% ${down[0]?.at ?? 50}%`;
}

/** The same from fractions of the width and the height, as Sanity and Superdesk have it; undefined outside of the picture. */
export function focusAt(x: number, y: number): string | undefined {
  const isInside = [x, y].every((each) => each >= 0 && each <= 1);
  return isInside ? `${Math.round(100 * x)}% ${Math.round(100 * y)}%` : undefined;
}
