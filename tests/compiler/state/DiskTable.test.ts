import { expect, onTestFinished, test } from "vitest";
import { DiskTables } from "../../../src/compiler/state/DiskTables.ts";

function tables(): DiskTables {
  const made = new DiskTables();
  onTestFinished(() => made.close());
  return made;
}

test("a table gives back what was set last, of any key and in any script", () => {
  const table = tables().table("words");
  table.set("https://example.org/?p=1", "one");
  table.set("https://example.org/?p=1", "another");
  table.set("ключ'; DROP TABLE words; --", "");
  expect(table.get("https://example.org/?p=1")).toBe("another");
  expect(table.has("ключ'; DROP TABLE words; --")).toBe(true);
  expect(table.get("nothing")).toBeUndefined();
});

test("entries come in the order of their keys, and two tables know nothing of each other", () => {
  const both = tables();
  const [one, other] = [both.table("one"), both.table("other")];
  for (const key of ["b", "a", "ä", "B"]) one.set(key, key.toUpperCase());
  other.set("z", "");
  expect([...one.entries()]).toEqual([
    ["B", "B"],
    ["a", "A"],
    ["b", "B"],
    ["ä", "Ä"],
  ]);
});
