type Position = number[];

/** A closed line of positions in degrees, as in GeoJSON: the last position repeats the first. */
export type Ring = Position[];

/** A range of longitudes in degrees, from its western end eastward. */
type Arc = { west: number; width: number };

/**
 * The longitudes of a ring without a jump where it crosses the antimeridian: each side takes the shorter way, as in D3.
 * @returns one more than the ring has positions, since the last side leads back to the first; 360 away from it around a pole
 */
function longitudes(ring: Ring): number[] {
  const start = ring[0]?.[0] ?? 0;
  const all = [start];
  for (const [x = 0] of [...ring.slice(1), [start]]) {
    const last = all.at(-1) ?? start;
    const step = (x - last) % 360;
    all.push(last + (step > 180 ? step - 360 : step < -180 ? step + 360 : step));
  }
  return all;
}

/** Twice the signed area of a ring, in square degrees: positive if it runs clockwise. A ring around a pole encloses the pole. */
export function signedArea(ring: Ring): number {
  const xs = longitudes(ring);
  const around = (xs.at(-1) ?? 0) - (xs[0] ?? 0);
  const pole = Math.sign(ring.reduce((sum, [, y = 0]) => sum + y, 0)) * 90;
  return ring.reduce(
    (sum, [, y = 0], at) => {
      const [, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
      return sum + ((xs[at + 1] ?? 0) - (xs[at] ?? 0)) * (nextY + y);
    },
    Math.abs(around) > 180 ? -2 * pole * around : 0,
  );
}

/** D3 expects the area to the right of an outer ring, RFC 7946 (3.1.6) to its left; and older files follow neither. */
export const withWinding = (ring: Ring, isOuter: boolean): Ring => (signedArea(ring) > 0 === isOuter ? ring : ring.toReversed());

/** The shortest arc that contains all rings: all longitudes but the widest gap between rings. */
export function arcOf(rings: Ring[]): Arc {
  const arcs = rings
    .map((ring): [west: number, east: number] => {
      const [west, east] = extent(longitudes(ring));
      const turns = Math.floor(west / 360) * 360;
      return [west - turns, east - turns];
    })
    .toSorted(([a], [b]) => a - b);
  let reached = extent(arcs.map(([, east]) => east))[1] - 360;
  let widest = { gap: 0, west: -180 };
  for (const [west, east] of arcs) {
    if (west - reached > widest.gap) widest = { gap: west - reached, west };
    reached = Math.max(reached, east);
  }
  return { west: widest.west, width: 360 - widest.gap };
}

/** The minimum and maximum of some numbers. */
export const extent = (numbers: number[]): [number, number] =>
  numbers.reduce(([least, most], number): [number, number] => [Math.min(least, number), Math.max(most, number)], [Infinity, -Infinity]);
