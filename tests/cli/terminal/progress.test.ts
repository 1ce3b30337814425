import { expect, it, onTestFinished, vi } from "vitest";
import { createProgress } from "#cli/terminal/progress.ts";

/** What is written to the terminal, or to a file, while two steps are done. */
async function written(isTTY: boolean): Promise<string> {
  const usual = process.stderr.isTTY;
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => void Object.assign(process.stderr, { isTTY: usual }));
  process.stderr.isTTY = isTTY;
  const { progress, stop } = await createProgress();
  progress("Read", 1, 8);
  progress("Read", 4, 9);
  stop();
  progress("Written", 2, 3);
  stop();
  const text = write.mock.calls.map(([each]) => String(each)).join("");
  write.mockRestore();
  return text;
}

it("shows a bar for each step on a terminal, and nothing in a file", async () => {
  const shown = await written(true);
  expect(shown.match(/[A-Z][a-z]+ {6,9}|\d\/\d/gu)).toEqual([
    "Read         ",
    "0/8",
    "Read         ",
    "4/9",
    "Written      ",
    "0/3",
    "Written      ",
    "2/3",
  ]);
  // The cursor is hidden and shown again.
  expect(shown.split("\u001B[?25l").length).toBe(3);
  expect(shown.split("\u001B[?25h").length).toBe(3);
  expect(await written(false)).toBe("");
});
