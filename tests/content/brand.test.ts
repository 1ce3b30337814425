import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { PALETTES } from "#content/brand.ts";

const tokens = readFileSync("src/reader/styles/tokens.css", "utf8");
const [day = ""] = /:root,\s*\[data-theme\] \{[^}]*\}/u.exec(tokens) ?? [];
const [sepia = ""] = /\[data-theme="sepia"\] \{[^}]*\}/u.exec(tokens) ?? [];

/** The colours that a rule gives by their tokens; of two, the one of that time. */
function colorsOf(rule: string, time: 0 | 1): Record<string, string> {
  const declared = [...rule.matchAll(/--([\w-]+): ([^;]+);/gu)].map(([, name = "", value = ""]): [string, string[]] => [
    name,
    value.match(/#[0-9a-f]{6}\b/gu) ?? [],
  ]);
  return Object.fromEntries(
    declared.flatMap(([name, found]) => (found.length > 0 && name !== "shade" ? [[name, found[time] ?? found[0] ?? ""]] : [])),
  );
}

it("knows the colours of each theme as the reader's tokens have them", () => {
  expect(PALETTES).toEqual({ light: colorsOf(day, 0), dark: colorsOf(day, 1), sepia: colorsOf(sepia, 0) });
});
