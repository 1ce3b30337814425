import { extent } from "./rings.ts";

/** An SVG path in grid units, whether it is only a dot, and its top and bottom in pixels. */
type Shape = { d: string; isDot: boolean; top: number; bottom: number };

type Place = [x: number, y: number];

/**
 * Snaps the rings of a path (`M…L…Z`, in pixels) to a grid and writes them as compactly as SVG allows. Points that coincide or
 * lie on a straight line are dropped, on both sides of a border alike, so that no gap opens. Rings that become too small are
 * dropped; if all are, the largest becomes a dot, so that a small country stays on the map.
 * @param grid the distance between grid lines, in pixels
 */
export function shapePath(path: string, grid: number): Shape {
  const rings = path
    .split("Z")
    .map((ring) => ring.replace(/^\s*M/u, "").split("L").filter(Boolean).map(placeOf))
    .filter((ring) => ring.length > 0);
  const kept = rings
    .map((ring) => withoutMiddles(ring.map(([x, y]): Place => [Math.round(x / grid), Math.round(y / grid)])))
    .filter((ring) => ring.length > 2 && areaOf(ring) * grid * grid >= SMALLEST);
  const [largest] = rings.toSorted((a, b) => areaOf(b) - areaOf(a));
  if (kept.length === 0 && largest) return dotOf(largest, grid);
  const [top, bottom] = extent(kept.flatMap((ring) => ring.map(([, y]) => y * grid)));
  return { d: kept.map(relative).join(""), isDot: false, top, bottom };
}

/** The minimum area of a ring, in square pixels. */
const SMALLEST = 3;

/** The radius of a dot in pixels, on any grid. Its border covers part of it. */
const RADIUS = 1.5;

function placeOf(place: string): Place {
  const [x = 0, y = 0] = place.split(",").map(Number);
  return [x, y];
}

/** The ring without repeated points, and without points on the line between their neighbours. */
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

/** Whether three points are on one line, also where it turns back on itself: it encloses nothing there. */
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

/** A circle at the centre of a ring. */
function dotOf(ring: Place[], grid: number): Shape {
  const centre = (along: number[]): number => Math.round((extent(along)[0] + extent(along)[1]) / 2 / grid);
  const [x, y] = [centre(ring.map(([across]) => across)), centre(ring.map(([, down]) => down))];
  const radius = RADIUS / grid;
  const half = (across: number): string => `${radius} ${radius} 0 1 0 ${across} 0`;
  const d = `M${x - radius} ${y}a${half(2 * radius)} ${half(-2 * radius)}z`;
  return { d, isDot: true, top: y * grid - RADIUS, bottom: y * grid + RADIUS };
}

/** Relative coordinates are shorter than absolute ones, and a minus sign separates two numbers as well as a space. */
function relative(ring: Place[]): string {
  const steps = ring.map(([x, y], at): string => {
    const [fromX, fromY] = ring[at - 1] ?? [0, 0];
    const [across, down] = [String(x - fromX), String(y - fromY)];
    return `${at > 1 && !across.startsWith("-") ? " " : ""}${across}${down.startsWith("-") ? "" : " "}${down}`;
  });
  const [start = "", ...others] = steps;
  return `M${start}l${others.join("")}z`;
}
