import { DIMENSIONS, unit, type Vector } from "static-search/text/meaning";
import type { Model } from "./modelFiles.ts";

/** How many words the principal components are computed from. */
const SAMPLE = 10_000;

const ROUNDS = 30;

/** Returns the vector of one word of a model in fewer dimensions, normalised to length 1. */
export type Reduce = (model: Model, word: number) => Vector;

/**
 * Principal component analysis: keeps the directions along which a model's words
 * differ most, except the first, which separates common words from rare ones (Mu and
 * Viswanath, "All-but-the-Top"). From a model with few dimensions, only the mean is subtracted.
 */
export function reducer(model: Model): Reduce {
  const { dimensions, words, vectors } = model;
  const mean = new Float64Array(dimensions);
  for (let at = 0; at < vectors.length; at += 1) mean[at % dimensions] = (mean[at % dimensions] ?? 0) + (vectors[at] ?? 0) / words.length;
  const axes = dimensions > DIMENSIONS ? principal(model, mean).slice(1) : undefined;
  return ({ vectors: values }, word) => {
    const row = Float64Array.from({ length: dimensions }, (_, at) => (values[word * dimensions + at] ?? 0) - (mean[at] ?? 0));
    const reduced = new Float32Array(DIMENSIONS);
    for (let at = 0; at < DIMENSIONS; at += 1) reduced[at] = axes ? product(axes[at], row) : (row[at] ?? 0);
    return unit(reduced);
  };
}

/** The directions of most variance, by orthogonal iteration. */
function principal({ dimensions, words, vectors }: Model, mean: Float64Array): Float64Array[] {
  const covariance = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
  const row = new Float64Array(dimensions);
  for (let word = 0; word < Math.min(SAMPLE, words.length); word += 1) {
    for (let at = 0; at < dimensions; at += 1) row[at] = (vectors[word * dimensions + at] ?? 0) - (mean[at] ?? 0);
    covariance.forEach((line, at) => {
      const value = row[at] ?? 0;
      for (let other = 0; other < dimensions; other += 1) line[other] = (line[other] ?? 0) + value * (row[other] ?? 0);
    });
  }
  const random = seeded();
  const many = Math.min(dimensions, DIMENSIONS + 1);
  let axes: Float64Array[] = Array.from({ length: many }, () => Float64Array.from({ length: dimensions }, random));
  for (let round = 0; round < ROUNDS; round += 1) {
    axes = orthonormal(axes.map((axis) => Float64Array.from(covariance, (line) => product(line, axis))));
  }
  return axes;
}

function orthonormal(axes: Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const axis of axes) {
    for (const other of done) {
      const share = product(other, axis);
      for (let at = 0; at < axis.length; at += 1) axis[at] = (axis[at] ?? 0) - share * (other[at] ?? 0);
    }
    const length = Math.sqrt(product(axis, axis)) || 1;
    done.push(axis.map((value) => value / length));
  }
  return done;
}

function product(a: Float64Array | undefined, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < b.length; at += 1) sum += (a?.[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** A seeded random generator from -0.5 to 0.5, so that two builds do not differ. */
function seeded(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}
