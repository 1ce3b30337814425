/** A path of SVG in cells of a grid, and between which heights it lies, in pixels. */
type Shape = { d: string; top: number; bottom: number };

type Place = [x: number, y: number];

/**
 * The rings of a path (`M…L…Z`, in pixels) on a grid, as short as SVG can say them. Places that fall together or lie
 * on a straight line go; both sides of a border go the same way, so no gap opens. Rings that shrink to nothing go, but for
 * the largest, which stays as a dot: a small country is still on the map.
 * @param grid the distance of its lines, in pixels
 */
export function shapePath(path: string, grid: number): Shape {
  const rings = path
    .split("Z")
    .map((ring) =>
      ring
        .replace(/^M/u, "")
        .split("L")
        .filter(Boolean)
        .map((place) => onGrid(place, grid)),
    )
    .filter((ring) => ring.length > 0);
  const kept = rings.map(withoutMiddles).filter((ring) => ring.length > 2 && areaOf(ring) * grid * grid >= SMALLEST);
  const [largest] = rings;
  const shown = kept.length > 0 || largest === undefined ? kept : [dotAt(largest)];
  const heights = shown.flatMap((ring) => ring.map(([, y]) => y * grid));
  return { d: shown.map(relative).join(""), top: Math.min(...heights), bottom: Math.max(...heights) };
}

/** In square pixels: what is smaller is no shape. */
const SMALLEST = 3;

function onGrid(place: string, grid: number): Place {
  const [x = 0, y = 0] = place.split(",").map((number) => Math.round(Number(number) / grid));
  return [x, y];
}

/** Without places that are said twice, or lie on the line between those beside them. */
function withoutMiddles(ring: Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of ring) {
    while (kept.length > 1 && isBetween(kept.at(-2), kept.at(-1), place)) kept.pop();
    const last = kept.at(-1);
    if (!last || last[0] !== place[0] || last[1] !== place[1]) kept.push(place);
  }
  const [first, last] = [kept[0], kept.at(-1)];
  if (kept.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) kept.pop();
  return kept;
}

/** Also where a line turns back upon itself: there is nothing between its two sides. */
function isBetween(before: Place | undefined, place: Place | undefined, after: Place): boolean {
  if (!before || !place) return false;
  return (place[0] - before[0]) * (after[1] - place[1]) === (place[1] - before[1]) * (after[0] - place[0]);
}

function areaOf(ring: Place[]): number {
  const twice = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

const dotAt = ([place = [0, 0]]: Place[]): Place[] => {
  const [x, y] = place;
  return [
    [x - 1, y],
    [x, y - 1],
    [x + 1, y],
    [x, y + 1],
  ];
};

/** Steps are shorter than places, and a minus parts two numbers as a space does. */
function relative(ring: Place[]): string {
  const steps = ring.map(([x, y], at): string => {
    const [fromX, fromY] = ring[at - 1] ?? [0, 0];
    const [across, down] = [String(x - fromX), String(y - fromY)];
    return `${at > 1 && !across.startsWith("-") ? " " : ""}${across}${down.startsWith("-") ? "" : " "}${down}`;
  });
  const [start = "", ...others] = steps;
  return `M${start}l${others.join("")}z`;
}
