import { readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRecords, writeRecords } from "#compiler/state/keptRecords.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const newFile = (): string => join(temporaryFolder(), "records.jsonl");

/** Writes one after another into a file, each with what was read of the one before. */
function after(path: string, ...all: Map<string, unknown>[]): string {
  let known = "";
  for (const now of all) known = writeRecords(path, now, readRecords(path, known));
  return known;
}

describe("records", () => {
  it("are what they were when they are read again", () => {
    const path = newFile();
    const records = new Map<string, unknown>([
      ["a", "A\nand more"],
      ["ü", { b: [1, 2] }],
    ]);
    expect(readRecords(path, writeRecords(path, records))?.all).toEqual(records);
  });

  it("are the last that were written where some changed, came and went", () => {
    const path = newFile();
    const first = new Map<string, unknown>([..."abcdefgh"].map((name) => [name, name]));
    const second = new Map([...first, ["c", "another"], ["z", "new"]]);
    second.delete("d");
    expect(readRecords(path, after(path, first, second))?.all).toEqual(second);
    const third = new Map([...second, ["d", "again"]]);
    expect(readRecords(path, after(path, first, second, third))?.all).toEqual(third);
  });

  it("are added to the file, so that a small change writes little", () => {
    const path = newFile();
    const first = new Map<string, unknown>(Array.from({ length: 1000 }, (_, n) => [`story ${n}`, "x".repeat(100)]));
    const known = writeRecords(path, first);
    const before = readFileSync(path);
    after(path, first, new Map([...first, ["story 7", "y"]]));
    expect(readFileSync(path).subarray(0, before.length)).toEqual(before);
    expect(statSync(path).size - before.length).toBeLessThan(100);
    expect(readRecords(path, known)).toBeUndefined();
  });

  it("do not grow for ever", () => {
    const path = newFile();
    const rounds = Array.from({ length: 20 }, (_, round) => new Map<string, unknown>([..."abcdefgh"].map((name) => [name, round])));
    const known = after(path, ...rounds);
    expect(readFileSync(path, "utf8").split("\n").length).toBeLessThan(20);
    expect(readRecords(path, known)?.all).toEqual(rounds.at(-1));
  });

  it("of a file that was cut off are none", () => {
    const path = newFile();
    const known = writeRecords(path, new Map([["a", "A"]]));
    truncateSync(path, 3);
    expect(readRecords(path, known)).toBeUndefined();
    expect(readRecords(newFile(), known)).toBeUndefined();
  });
});
