type Position = number[];

/** A closed line of places in degrees, as GeoJSON has it: the first stands at the end again. */
export type Ring = Position[];

/** A stretch of longitudes, from its western end eastward, in degrees. */
type Arc = { west: number; width: number };

/**
 * The longitudes of a ring without a leap where it crosses the antimeridian: each side takes the shorter way, as in D3.
 * @returns one more than the ring has places, as the last side leads back to the first; 360 away from it around a pole
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

/** Twice what a ring encloses, in square degrees: more than nothing where it runs clockwise. One around a pole has the pole within. */
export function turnOf(ring: Ring): number {
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

/** D3 takes a ring for what lies at its right hand, RFC 7946 (3.1.6) for what lies at its left; and older files follow neither. */
export const wound = (ring: Ring, isOuter: boolean): Ring => (turnOf(ring) > 0 === isOuter ? ring : ring.toReversed());

/** The shortest arc with all rings in it: what the widest gap between them leaves. */
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

/** The least and the greatest of some numbers. */
export const extent = (numbers: number[]): [number, number] =>
  numbers.reduce(([least, most], number): [number, number] => [Math.min(least, number), Math.max(most, number)], [Infinity, -Infinity]);
