import type { Color } from "culori";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  interpolate,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../../../../../src/reader/features/article/rare/chart.css"), "utf8");
const pairs = [...css.matchAll(/--chart-\d: light-dark\((#\w{6}), (#\w{6})\)/gu)];
const DAY = pairs.map(([, day = ""]) => day);
const NIGHT = pairs.map(([, , night = ""]) => night);

/** Colours as people see them, some of whom cannot tell red from green (deuteranopia, protanopia) or blue from yellow (tritanopia). */
const EYES: Record<string, (color: Color) => Color> = {
  all: (color) => color,
  deuteranopia: filterDeficiencyDeuter(1),
  protanopia: filterDeficiencyProt(1),
  tritanopia: filterDeficiencyTrit(1),
};

const difference = differenceCiede2000();

function known(color: string): Color {
  const parsed = parse(color);
  if (!parsed) throw new Error(`${color} is no colour.`);
  return parsed;
}

/** The least difference between two colours of a drawing: 2 is hardly visible, 10 is seen at a glance. */
const CLEAR = 20;

describe("the classes of maps", () => {
  const tokens = readFileSync(join(import.meta.dirname, "../../../../../src/reader/styles/tokens.css"), "utf8");
  const token = (name: string): [string, string] => {
    const [, day = "", night = ""] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, "u").exec(tokens) ?? [];
    return [day, night];
  };
  const shares = [...css.matchAll(/--chart-\d: color-mix\(in oklab, var\(--blue\) (\d+)%, var\(--paper\)\)/gu)].map(
    ([, share]) => Number(share) / 100,
  );

  it.each([
    ["day", 0],
    ["night", 1],
  ] as const)("go from near the paper to far from it, each clearly another for all eyes, by %s", (_, at) => {
    expect(shares).toHaveLength(4);
    const [paper, blue] = [token("paper")[at], token("blue")[at]];
    const colors = [0, ...shares, 1].map((share) => interpolate([paper, blue], "oklab")(share));
    for (const seen of Object.values(EYES))
      for (const [place, color] of colors.slice(1).entries())
        expect(difference(seen(color), seen(colors[place] ?? color)), `${place + 1}`).toBeGreaterThan(8);
    const contrasts = colors.map((color) => wcagContrast(color, paper ?? ""));
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
  });
});

describe.each([
  ["the day", DAY, ["#fdfdfb", "#f6ecd8"]],
  ["the night", NIGHT, ["#131518"]],
])("the colours of charts by %s", (_, colors, papers) => {
  it.each(Object.entries(EYES))("can be told apart with %s", (_eyes, seen) => {
    expect(colors).toHaveLength(5);
    for (const [at, one] of colors.entries())
      for (const other of colors.slice(0, at))
        expect(difference(seen(known(one)), seen(known(other))), `${one} ${other}`).toBeGreaterThan(CLEAR);
  });

  it("stand out from the paper (WCAG 1.4.11)", () => {
    for (const color of colors) for (const paper of papers) expect(wcagContrast(color, paper), color).toBeGreaterThanOrEqual(3);
  });
});
