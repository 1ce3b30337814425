import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, it } from "vitest";

const read = (pattern: string): { file: string; text: string }[] =>
  globSync(pattern).map((file) => ({ file, text: readFileSync(file, "utf8") }));

/** Classes that are values of data (kinds of callouts and of code), or set where no word says that they are classes. */
const ELSEWHERE = ["caution", "important", "keyword", "longest", "mark-host", "passage-tool", "warning"];

/** A class that code makes of two parts, such as `of-${columns}` and `${head}-head`. */
const isMade = (name: string, code: string): boolean =>
  code.includes(`${name.replace(/\d+$/u, "")}\${`) || (name.includes("-") && code.includes(`}${name.replace(/^[^-]*/u, "")}`));

it("every class that a style sheet names is set somewhere", () => {
  const code = read("src/**/*.{ts,tsx}")
    .map(({ text }) => text)
    .join("\n");
  // The word, and the lines in which its value may stand.
  const set = new Set([...code.matchAll(/class(?:Name|List|es)?\b[^\n]*(?:\n[^\n]*){0,3}/giu)].flatMap(([text]) => text.match(/[\w-]+/gu)));
  const unset = read("src/**/*.css").flatMap(({ file, text }) => {
    const selectors = text.replaceAll(/\/\*[\s\S]*?\*\/|url\([^)]*\)|"[^"]*"/gu, "").match(/[^{};]+(?=\{)/gu) ?? [];
    const classes = new Set(selectors.flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/giu)].map(([, name = ""]) => name)));
    return [...classes]
      .filter((name) => !set.has(name) && !ELSEWHERE.includes(name) && !isMade(name, code))
      .map((name) => `${file}: .${name}`);
  });
  expect(unset).toEqual([]);
});
