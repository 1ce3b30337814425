import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { Timings } from "#cli/build/Timings.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

test("the timings of a build add up the parts of a step, and a file gets what is printed", () => {
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => void vi.restoreAllMocks());
  const timings = new Timings();
  for (const [step, at] of [
    ["Pages", 1500],
    ["Search", 1750],
    ["Pages", 4000],
  ] as const) {
    clock.mockReturnValue(at);
    timings.end(step);
  }
  const file = join(temporaryFolder(), "timings.json");
  timings.print(file);
  expect(printed.mock.calls.map(([line]) => String(line).replace(/ +\d+ MB/u, " … MB"))).toEqual([
    "Pages      3.75 s … MB",
    "Search     0.25 s … MB",
    "All        4.00 s … MB",
  ]);
  const megabytes = expect.toSatisfy((value: number) => value > 10);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
    seconds: 4,
    mostMegabytes: megabytes,
    steps: [
      { name: "Pages", seconds: 3.75, megabytes },
      { name: "Search", seconds: 0.25, megabytes },
    ],
  });
});
