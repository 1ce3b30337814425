import { WriteStream } from "node:tty";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inColour } from "#cli/terminal/inColour.ts";

afterEach(() => vi.unstubAllEnvs());

/** What only says of itself that it is a terminal, or that it is none. */
function stream(isTTY: boolean): NodeJS.WriteStream {
  return Object.assign(Object.create(WriteStream.prototype), { isTTY, getColorDepth: () => 24 });
}

describe("inColour", () => {
  it("colours what goes to a terminal", () => {
    expect(inColour("red", "error", stream(true))).toBe("\u001B[31merror\u001B[39m");
  });

  it("leaves a log plain, also under CI", () => {
    vi.stubEnv("CI", "true");
    expect(inColour("red", "error", stream(false))).toBe("error");
  });

  it("leaves a terminal plain whose owner wants no colours", () => {
    vi.stubEnv("NO_COLOR", "1");
    const plain: NodeJS.WriteStream = Object.assign(Object.create(WriteStream.prototype), { isTTY: true, getColorDepth: () => 1 });
    expect(inColour("red", "error", plain)).toBe("error");
  });
});
