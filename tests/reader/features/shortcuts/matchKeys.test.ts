import { describe, expect, it } from "vitest";
import { matchKeys } from "#reader/features/shortcuts/Shortcuts.tsx";
import { shortcuts } from "#reader/features/shortcuts/shortcuts.ts";

const table = [{ keys: ["j"] }, { keys: ["g", "h"] }, { keys: ["g", "l"] }, { keys: ["h"] }];

describe("keys that were pressed", () => {
  it("are a shortcut when they are one of the table", () => {
    expect(matchKeys(["j"], table)).toEqual({ type: "hit", shortcut: { keys: ["j"] } });
    expect(matchKeys(["g", "l"], table)).toEqual({ type: "hit", shortcut: { keys: ["g", "l"] } });
  });

  it("are the beginning of a pair", () => {
    expect(matchKeys(["g"], table)).toEqual({ type: "begun" });
    expect(matchKeys(["g", "g"], table)).toEqual({ type: "begun" });
  });

  it("are one by itself where the pair leads nowhere", () => {
    expect(matchKeys(["g", "j"], table)).toEqual({ type: "hit", shortcut: { keys: ["j"] } });
  });

  it("are nothing where the table has none", () => {
    expect(matchKeys(["x"], table)).toEqual({ type: "none" });
    expect(matchKeys(["g", "x"], table)).toEqual({ type: "none" });
  });
});

describe("the table of shortcuts", () => {
  it("has no shortcut that hides another", () => {
    for (const { keys } of shortcuts) {
      const hiding = shortcuts.filter((other) => other.keys.length < keys.length && other.keys.every((key, place) => key === keys[place]));
      expect(hiding).toEqual([]);
    }
    expect(new Set(shortcuts.map(({ keys }) => keys.join(" "))).size).toBe(shortcuts.length);
  });
});
