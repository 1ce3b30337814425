import { expect, test } from "vitest";
import { runProgram } from "../../../../src/compiler/reading/markup/runProgram.ts";

test("a program that takes too long, or fails, is stopped with a sentence", async () => {
  await expect(runProgram(process.execPath, ["-e", "for (;;);"], "", 300)).rejects.toThrow("it takes longer than 0.3 seconds");
  await expect(runProgram(process.execPath, ["-e", "console.error('At\\nlast'); process.exit(1)"], "")).rejects.toThrow(/^last$/u);
});
