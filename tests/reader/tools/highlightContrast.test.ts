import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** WCAG 2.2, 1.4.3. */
const ENOUGH = 4.5;

const styles = ["styles/tokens.css", "tools/highlights/marks.css"].map((file) => readFileSync(`src/reader/${file}`, "utf8")).join("\n");
const sepia = [...styles.matchAll(/\[data-theme="sepia"\] \{([^}]*)\}/gu)].map(([, own]) => own).join("\n");

const themes = {
  light: (name: string) => valueOf(styles, name, /light-dark\((#[0-9a-f]{6}), #[0-9a-f]{6}\)/u),
  dark: (name: string) => valueOf(styles, name, /light-dark\(#[0-9a-f]{6}, (#[0-9a-f]{6})\)/u),
  sepia: (name: string) => valueOf(sepia, name, /(#[0-9a-f]{6})/u),
};

test.each(["yellow", "green", "blue"])(
  "highlighted words are written in the ink of the page, and read well on %s in every theme",
  (colour) => {
    const written = new RegExp(`::highlight\\(kept-${colour}\\)[^{}]*\\{\\s*color: var\\(--ink\\)`, "u");
    expect(styles).toMatch(written);
    for (const [theme, value] of Object.entries(themes)) {
      const ratio = contrast(value("ink"), value(`kept-${colour}`));
      expect(ratio, `${theme}: ${ratio}`).toBeGreaterThanOrEqual(ENOUGH);
    }
  },
);

test("the measure of contrast knows black on white, and grey on grey", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48);
});

function valueOf(css: string, name: string, pattern: RegExp): string {
  const [, value] = new RegExp(`--${name}: ${pattern.source};`, "u").exec(css) ?? [];
  if (value === undefined) throw new Error(`There is no --${name} of that theme.`);
  return value;
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
