import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** WCAG 2.2, 1.4.3: words. */
const READABLE = 4.5;
/** WCAG 2.2, 1.4.11: signs and lines. */
const VISIBLE = 3;

const FILES = ["styles/tokens.css", "styles/text.css", "teasers/teaser.css", "features/library/highlights/marks.css"];
const styles = FILES.map((file) => readFileSync(`src/reader/${file}`, "utf8")).join("\n");

/** The own values of sepia, and of more contrast: they stand in front of those for day and night. */
const sepia = rulesOf('[data-theme="sepia"]');
const contrasted = rulesOf(':where(:root)[data-contrast="more"]');

const THEMES = [
  ["light", [styles], 0],
  ["dark", [styles], 1],
  ["sepia", [sepia, styles], 0],
  ["light with more contrast", [contrasted, styles], 0],
  ["dark with more contrast", [contrasted, styles], 1],
  ["sepia with more contrast", [contrasted, sepia, styles], 0],
] as const;

const COLOURS = ["yellow", "green", "blue"];

describe.each(THEMES)("in the theme %s", (_, sheets, time) => {
  const value = (name: string): string => valueOf(sheets, name, time);

  test.each(COLOURS)("words highlighted in %s read well, and the line below them stands out from tint, page and panel", (colour) => {
    expect(contrast(value("ink"), value(`kept-${colour}`))).toBeGreaterThanOrEqual(READABLE);
    for (const ground of [`kept-${colour}`, "paper", "paper-raised"])
      expect(contrast(value(`kept-${colour}-line`), value(ground)), ground).toBeGreaterThanOrEqual(VISIBLE);
  });

  test("the headline of a story that was read, and the words that say so, read well", () => {
    for (const colour of ["ink-soft", "ink-faint"]) expect(contrast(value(colour), value("paper"))).toBeGreaterThanOrEqual(READABLE);
  });
});

test("highlighted words are written in the ink of the page, and each colour has a line of its own kind, in the system's colours too", () => {
  for (const colour of COLOURS)
    expect(styles).toMatch(new RegExp(`::highlight\\(kept-${colour}\\)[^{}]*\\{\\s*color: var\\(--ink\\)`, "u"));
  const [ours = "", system = ""] = styles.split("@media (forced-colors: active) {\n    .prose ::highlight");
  for (const rules of [ours, system]) expect(new Set(COLOURS.map((colour) => lineOf(rules, colour))).size).toBe(COLOURS.length);
});

test("a story that was read is told by its mark, and by no colour but those that are measured here", () => {
  expect(rulesOf(".teaser.seen :is(h2, h3)").trim()).toBe("color: var(--ink-soft);");
  expect(rulesOf(".read-mark")).toContain("color: var(--ink-faint);");
});

test("the measure of contrast knows black on white, and grey on grey", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48);
});

/** What stands in the rules of a selector, all of them. */
function rulesOf(selector: string): string {
  return [...styles.matchAll(/\n\s*([^{}\n]*) \{([^{}]*)\}/gu)].flatMap(([, name, own]) => (name === selector ? [own] : [])).join("\n");
}

/** The kind of line below the words of a colour: none in the system's colours where they have no rule of their own. */
function lineOf(rules: string, colour: string): string | undefined {
  return new RegExp(`::highlight\\(kept-${colour}\\) \\{[^{}]*text-decoration: underline (\\w+)`, "u").exec(rules)?.[1];
}

/** The value of a token, in the first sheet that has one. @param time 0 for that of the day, 1 for that of the night */
function valueOf(sheets: readonly string[], name: string, time: 0 | 1): string {
  for (const sheet of sheets) {
    const [, written = ""] = new RegExp(`--${name}: ([^;]+);`, "u").exec(sheet) ?? [];
    const [, other] = /^var\(--([\w-]+)\)$/u.exec(written) ?? [];
    if (other !== undefined) return valueOf(sheets, other, time);
    const colours = written.match(/#[0-9a-f]{6}\b/gu);
    if (colours) return colours[time] ?? colours[0];
  }
  throw new Error(`There is no --${name} of that theme.`);
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
