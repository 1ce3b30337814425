import { expect, test } from "vitest";
import { SHAPES, timeOf } from "../support/storyShapes.ts";

/** In bytes. Ten times as much must show the growth, and a suite that is fast. */
const SMALL = 5_000;

/** A text ten times as long may take ten times as long, and half as much again, since no measurement is exact. */
const MOST = 15;

/** In seconds. Less is the cost of a file, whatever its length. */
const LEAST = 0.004;

const fastest = async (text: string, times: number): Promise<number> => {
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) all.push((await timeOf(text)).seconds);
  return Math.max(LEAST, Math.min(...all));
};

test.each(Object.entries(SHAPES))("the time that a story of %s takes grows in step with its length", async (_, shape) => {
  const small = await fastest(shape(SMALL), 3);
  const [text, most] = [shape(10 * SMALL), MOST * small];
  let large = await fastest(text, 1);
  // What is quick enough need not be measured again.
  for (let time = 0; time < 3 && large > most; time += 1) large = Math.min(large, await fastest(text, 1));
  expect(large).toBeLessThan(most);
});
