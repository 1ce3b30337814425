import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/** Compares what came out with a file that has each part of it on a line, as JSON. UPDATE_FIXTURES=1 writes the file. */
export function expectLines(parts: [name: string, part: unknown][], file: string): void {
  const lines = parts.map((part) => JSON.stringify(part));
  if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(file, `${lines.join("\n")}\n`);
  expect(lines.map(parsed)).toEqual(readFileSync(file, "utf8").trimEnd().split("\n").map(parsed));
}

const parsed = (line: string): unknown => JSON.parse(line);
