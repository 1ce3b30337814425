import { DIMENSIONS, similarity, unit, type Vector } from "../text/meaning.ts";

/** A cluster of vectors: its centroid, and its members by their indices. */
export type ClusterOf = { centroid: Vector; members: number[] };

/** The average number of vectors in a cluster. */
const USUAL = 128;

/** The maximum number of vectors in a cluster: the next nearest cluster takes the rest. It keeps the file below 16 kB. */
const FULL = 400;

/** How many vectors per cluster are used to find the centroids. */
const SAMPLE = 16;

const ROUNDS = 8;

/**
 * Clusters vectors by spherical k-means. The centroids are found from the oldest
 * vectors, as many as the power of two below their number, and each vector goes to
 * the nearest cluster with room: so a new vector moves no other.
 * @param vectors of length 1, oldest first
 */
export function clustersOf(vectors: readonly Vector[]): ClusterOf[] {
  if (vectors.length === 0) return [];
  const oldest = powerOfTwo(vectors.length);
  const many = Math.max(1, Math.round(oldest / USUAL));
  const clusters = centroidsOf(vectors.slice(0, oldest), many).map((centroid): ClusterOf => ({ centroid, members: [] }));
  vectors.forEach((vector, at) => roomFor(vector, clusters).members.push(at));
  return clusters.filter(({ members }) => members.length > 0);
}

/** The number of documents from which parameters of the whole archive are derived: a power of two, so that they rarely change. */
export const powerOfTwo = (count: number): number => (count === 0 ? 0 : 2 ** Math.floor(Math.log2(count)));

function centroidsOf(vectors: readonly Vector[], many: number): Vector[] {
  const sample = everyNth(vectors, many * SAMPLE);
  let centroids = everyNth(sample, many);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = centroids.map(() => new Float32Array(DIMENSIONS));
    for (const vector of sample) {
      const sum = sums[nearest(vector, centroids)];
      if (sum) for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
    }
    centroids = centroids.map((centroid, at) => (sums[at]?.some((value) => value !== 0) ? unit(sums[at] ?? centroid) : centroid));
  }
  return centroids;
}

/** A number of items of a list, evenly spaced. */
function everyNth<T>(list: readonly T[], many: number): T[] {
  const step = Math.max(1, list.length / many);
  return Array.from({ length: Math.min(many, list.length) }, (_, at) => list[Math.floor(at * step)]).filter((each) => each !== undefined);
}

function nearest(vector: Vector, centroids: readonly Vector[]): number {
  let best = 0;
  let most = -Infinity;
  centroids.forEach((centroid, at) => {
    const value = similarity(vector, centroid);
    if (value > most) [best, most] = [at, value];
  });
  return best;
}

function roomFor(vector: Vector, clusters: readonly ClusterOf[]): ClusterOf {
  let best = clusters[0] ?? { centroid: vector, members: [] };
  let most = -Infinity;
  for (const cluster of clusters) {
    if (cluster.members.length >= FULL) continue;
    const value = similarity(vector, cluster.centroid);
    if (value > most) [best, most] = [cluster, value];
  }
  return best;
}
