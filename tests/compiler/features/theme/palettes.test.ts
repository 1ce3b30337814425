import { wcagContrast } from "culori";
import { describe, expect, it } from "vitest";
import { palettes } from "#compiler/features/theme/palettes.ts";
import { nearestWithContrast, weakPairs } from "#compiler/features/theme/contrast.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import { PALETTES, THEMES } from "#content/brand.ts";
import type { ThemeSettings } from "#compiler/features/theme/themeSchema.ts";

function made(colors: ThemeSettings["colors"]) {
  const problems: Problem[] = [];
  return { ...palettes({ colors }, (problem) => problems.push(problem)), problems };
}

describe("the contrast of colours", () => {
  it.each(THEMES)("is enough in every pair of the reader's own theme %s", (theme) => {
    expect(weakPairs(PALETTES[theme])).toEqual([]);
  });

  it("finds the nearest colour that passes, of the same hue", () => {
    const found = nearestWithContrast("#ff6600", ["#ffffff"], 4.5) ?? "";
    expect(wcagContrast(found, "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(found, "#ffffff")).toBeLessThan(4.7);
    expect(nearestWithContrast("#000000", ["#ffffff"], 4.5)).toBe("#000000");
    expect(nearestWithContrast("#ff6600", ["#ffffff", "#000000"], 7)).toBeUndefined();
  });
});

describe("the colours of a paper", () => {
  it("are the reader's where it says none", () => {
    expect(made(undefined)).toEqual({ problems: [] });
  });

  it("follow from an accent in all themes, where it can be read in each", () => {
    const { problems, ...themes } = made({ light: { accent: "#a8071a" } });
    expect(problems).toEqual([]);
    expect(themes.light?.["blue"]).toBe("#a8071a");
    for (const theme of THEMES) expect(weakPairs(themes[theme] ?? {}), theme).toEqual([]);
    expect(themes.dark?.["blue"]).not.toBe("#a8071a");
    expect(themes.light?.["paper"]).toBe(PALETTES.light["paper"]);
  });

  it("follow from paper and ink, and read well in every pair", () => {
    const { problems, light, dark } = made({ light: { paper: "#fff1e5", ink: "#1a1817" }, dark: { paper: "#1b1a24", ink: "#f1e8df" } });
    expect(problems).toEqual([]);
    expect(light).toMatchObject({ paper: "#fff1e5", ink: "#1a1817" });
    expect(light?.["paper-sunk"]).not.toBe(PALETTES.light["paper-sunk"]);
    expect(weakPairs(light ?? {})).toEqual([]);
    expect(weakPairs(dark ?? {})).toEqual([]);
  });

  it("that cannot be read are refused by pair, values and the nearest that can, and that theme stays as it is", () => {
    const { problems, light, dark } = made({ light: { accent: "#ff9900" }, dark: { ink: "#ffffff" } });
    expect(light).toBeUndefined();
    expect(dark?.["ink"]).toBe("#ffffff");
    expect(problems).toHaveLength(1);
    const [{ place, message, remedy = "", severity } = { message: "", severity: "", place: "" }] = problems;
    expect({ place, severity }).toEqual({ place: "colors.light.accent", severity: "warning" });
    expect(message).toMatch(
      /^In the theme light, accent \(#ff9900\) on \w+ \(#[0-9a-f]{6}\) has a contrast of 1\.\d\d:1 and needs 4\.5:1/u,
    );
    const [nearest = ""] = /#[0-9a-f]{6}/u.exec(remedy) ?? [];
    expect(made({ light: { accent: nearest } }).problems).toEqual([]);
  });

  it("names the ground where only that was said", () => {
    const { problems } = made({ light: { marker: "#333333" } });
    expect(problems).toMatchObject([{ place: "colors.light.marker" }]);
  });
});
