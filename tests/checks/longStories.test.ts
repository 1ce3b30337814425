import { expect, test } from "vitest";
import { SHAPES, timeOf } from "../support/storyShapes.ts";

/** A story may have 4 MB. */
const LARGEST = 3_900_000;

/** In seconds of the processor. */
const MOST = 8;

test("any story of up to 4 MB is read within 8 seconds, or refused by a sentence", async ({ task }) => {
  let slowest = { seconds: 0, name: "" };
  let refused = 0;
  for (const [name, shape] of Object.entries(SHAPES)) {
    // Shorter until it is taken: the longest text that is not refused takes longest.
    for (let size = LARGEST; size > LARGEST / 100; size = Math.floor(size * 0.7)) {
      const { seconds, articles, problems } = await timeOf(shape(size));
      if (seconds > slowest.seconds) slowest = { seconds, name };
      expect(seconds, `${name}, ${size} bytes`).toBeLessThan(MOST);
      if (articles > 0) break;
      refused += 1;
      expect(problems.map(({ message }) => message).join(), name).toMatch(/so it was skipped|cannot be read/u);
    }
  }
  task.meta.figure = `at most ${slowest.seconds.toFixed(1)} s, for ${slowest.name}; ${refused} texts of ${Object.keys(SHAPES).length} shapes refused`;
});
