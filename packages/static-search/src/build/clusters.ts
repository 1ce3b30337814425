import { DIMENSIONS, similarity, unit, type Vector } from "../text/meaning.ts";

/** Vectors that are near to each other, by their places, and the middle of them. */
export type ClusterOf = { middle: Vector; members: number[] };

/** Vectors in a cluster, on average. */
const USUAL = 128;

/** How many a cluster takes: what is nearest to a full one goes to the next. It keeps the file below 16 kB. */
const FULL = 400;

/** Vectors that the middles are found by, for each cluster. */
const SAMPLE = 16;

const ROUNDS = 8;

/**
 * Parts vectors by k-means on the sphere. Middles are found by the oldest, as
 * many as the power of two below their number, and each vector goes to the
 * nearest that has room: so one more vector moves no other.
 * @param vectors of length 1, oldest first
 */
export function clustersOf(vectors: readonly Vector[]): ClusterOf[] {
  if (vectors.length === 0) return [];
  const oldest = coarse(vectors.length);
  const many = Math.max(1, Math.round(oldest / USUAL));
  const clusters = middlesOf(vectors.slice(0, oldest), many).map((middle): ClusterOf => ({ middle, members: [] }));
  vectors.forEach((vector, at) => roomFor(vector, clusters).members.push(at));
  return clusters.filter(({ members }) => members.length > 0);
}

/** The number of documents by which what holds for a whole archive is found out: a power of two. */
export const coarse = (count: number): number => (count === 0 ? 0 : 2 ** Math.floor(Math.log2(count)));

function middlesOf(vectors: readonly Vector[], many: number): Vector[] {
  const sample = everyNth(vectors, many * SAMPLE);
  let middles = everyNth(sample, many);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = middles.map(() => new Float32Array(DIMENSIONS));
    for (const vector of sample) {
      const sum = sums[nearest(vector, middles)];
      if (sum) for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
    }
    middles = middles.map((middle, at) => (sums[at]?.some((value) => value !== 0) ? unit(sums[at] ?? middle) : middle));
  }
  return middles;
}

/** A number of items of a list, evenly spaced. */
function everyNth<T>(list: readonly T[], many: number): T[] {
  const step = Math.max(1, list.length / many);
  return Array.from({ length: Math.min(many, list.length) }, (_, at) => list[Math.floor(at * step)]).filter((each) => each !== undefined);
}

function nearest(vector: Vector, middles: readonly Vector[]): number {
  let best = 0;
  let most = -Infinity;
  middles.forEach((middle, at) => {
    const value = similarity(vector, middle);
    if (value > most) [best, most] = [at, value];
  });
  return best;
}

function roomFor(vector: Vector, clusters: readonly ClusterOf[]): ClusterOf {
  let best = clusters[0] ?? { middle: vector, members: [] };
  let most = -Infinity;
  for (const cluster of clusters) {
    if (cluster.members.length >= FULL) continue;
    const value = similarity(vector, cluster.middle);
    if (value > most) [best, most] = [cluster, value];
  }
  return best;
}
