import { formatHex, interpolate, wcagContrast } from "culori";
import { PALETTES, type Theme, THEMES, type Tokens } from "#content/brand.ts";
import type { Report } from "../../draft/problem.ts";
import { backgroundsOf, nearestWithContrast, type Pair, GRAPHICS_CONTRAST, weakPairs, TEXT_CONTRAST } from "./contrast.ts";
import { THEME_FILE } from "./readThemeFile.ts";
import type { ThemeColors, ThemeSettings } from "./themeSchema.ts";

/** The tokens that the colours of theme.json set. */
const TOKENS: Record<keyof ThemeColors, string> = {
  paper: "paper",
  raised: "paper-raised",
  sunk: "paper-sunk",
  ink: "ink",
  inkSoft: "ink-soft",
  inkFaint: "ink-faint",
  rule: "rule",
  ruleStrong: "rule-strong",
  edge: "edge",
  accent: "blue",
  accentWash: "blue-wash",
  onAccent: "on-blue",
  alert: "red",
  alertWash: "red-wash",
  marker: "marker",
  markerInk: "marker-ink",
};

const NAMES = new Map(Object.entries(TOKENS).map(([name, token]) => [token, name]));

/** WCAG 2.2, 1.4.6: the contrast of the red when more contrast is asked for. */
const MORE = 7;

/**
 * The full palette of each theme that has colours of its own. Colours that theme.json does
 * not set are derived from those that it sets, with enough contrast. If a colour that it sets
 * has too little contrast, this is reported, and that theme keeps Broadsheet's colours.
 */
export function palettes({ colors = {} }: Pick<ThemeSettings, "colors">, report: Report): Partial<Record<Theme, Tokens>> {
  const made: Partial<Record<Theme, Tokens>> = {};
  for (const theme of THEMES) {
    const said = tokensOf(colors[theme] ?? {});
    const accent = said["blue"] ?? tokensOf(colors.light ?? {})["blue"];
    if (Object.keys(said).length === 0 && accent === undefined) continue;
    const palette = completed(theme, said, accent);
    const weak = weakPairs(palette);
    if (weak.length === 0) made[theme] = palette;
    else for (const pair of strongestOnly(weak)) report(tooWeak(theme, pair, palette, said));
  }
  return made;
}

/** The red for more contrast, in papers that change their colours. */
export function contrastRed({ light, dark }: Partial<Record<Theme, Tokens>>): { light: string; dark: string } {
  const of = (palette: Tokens): string =>
    nearestWithContrast(palette["red"] ?? "", [palette["paper"] ?? "", palette["paper-raised"] ?? ""], MORE) ?? palette["ink"] ?? "";
  return { light: of(light ?? PALETTES.light), dark: of(dark ?? PALETTES.dark) };
}

function tokensOf(colors: ThemeColors): Tokens {
  return Object.fromEntries(
    Object.entries(TOKENS).flatMap(([name, token]) => {
      const value = Object.entries(colors).find(([each]) => each === name)?.[1];
      return value === undefined ? [] : [[token, value]];
    }),
  );
}

/** Derives the colours that are not set. @param accent of this theme, or of the light one, which is adjusted to be readable here */
function completed(theme: Theme, said: Tokens, accent: string | undefined): Tokens {
  const ours = PALETTES[theme];
  const isDark = theme === "dark";
  const isNew = said["paper"] !== undefined || said["ink"] !== undefined;
  const { paper = "", ink = "" } = { ...ours, ...said };
  const follow = (made: Tokens): Tokens => ({ ...made, ...said });
  const grounds = follow(
    isNew
      ? {
          "paper-raised": mix(paper, "#ffffff", isDark ? 0.045 : 0.5),
          "paper-sunk": isDark ? mix(paper, "#000000", 0.35) : mix(paper, ink, 0.05),
        }
      : {},
  );
  const on = [paper, grounds["paper-raised"] ?? ours["paper-raised"] ?? "", grounds["paper-sunk"] ?? ours["paper-sunk"] ?? ""];
  const inks: Tokens = isNew
    ? {
        "ink-soft": readable(mix(ink, paper, 0.22), on, ink),
        "ink-faint": readable(mix(ink, paper, 0.36), on, ink),
        rule: mix(paper, ink, 0.16),
        "rule-strong": isDark ? mix(ink, paper, 0.4) : ink,
        edge: nearestWithContrast(mix(ink, paper, 0.5), on.slice(0, 2), GRAPHICS_CONTRAST) ?? ink,
        red: readable(said["red"] ?? ours["red"] ?? "", on, ink),
        "red-wash": mix(paper, said["red"] ?? ours["red"] ?? "", isDark ? 0.2 : 0.09),
      }
    : {};
  return { ...ours, ...grounds, ...inks, ...accents(isDark, said, accent ?? (isNew ? ours["blue"] : undefined), on), ...said };
}

function accents(isDark: boolean, said: Tokens, accent: string | undefined, on: string[]): Tokens {
  if (accent === undefined) return {};
  const wash = said["blue-wash"] ?? mix(on[0] ?? "", accent, isDark ? 0.22 : 0.1);
  const blue = said["blue"] ?? readable(accent, [...on, wash], accent);
  const onBlue = ["#ffffff", "#101114"].toSorted((one, other) => wcagContrast(other, blue) - wcagContrast(one, blue))[0] ?? "";
  return { blue, "blue-wash": readableGround(wash, blue, on[0] ?? ""), "on-blue": onBlue };
}

const readable = (color: string, grounds: string[], otherwise: string): string =>
  nearestWithContrast(color, grounds, TEXT_CONTRAST) ?? otherwise;

/** A wash on which the accent is still readable. */
function readableGround(wash: string, accent: string, paper: string): string {
  for (let part = 0; part <= 1; part += 0.1) {
    const ground = mix(wash, paper, part);
    if (wcagContrast(accent, ground) >= TEXT_CONTRAST) return ground;
  }
  return wash;
}

const mix = (one: string, other: string, part: number): string => formatHex(interpolate([one, other], "oklab")(part));

/** The worst of the pairs in which a colour fails: correcting it helps the others too. */
function strongestOnly(pairs: Pair[]): Pair[] {
  const worst = new Map<string, Pair>();
  for (const pair of pairs) {
    const known = worst.get(pair.above);
    if (!known || pair.ratio < known.ratio) worst.set(pair.above, pair);
  }
  return [...worst.values()];
}

function tooWeak(theme: Theme, { above, on, ratio, least }: Pair, palette: Tokens, said: Tokens) {
  const [color = "", ground = ""] = [palette[above], palette[on]];
  // If the theme sets only the background, the background is at fault.
  const [wrong, value, right] = said[above] === undefined && said[on] !== undefined ? [on, ground, color] : [above, color, ground];
  const grounds = wrong === above ? backgroundsOf(above).map((name) => palette[name] ?? "") : [right];
  const nearest = nearestWithContrast(value, grounds, least);
  const message = `In the theme ${theme}, ${NAMES.get(above)} (${color}) on ${NAMES.get(on)} (${ground}) has a contrast of ${cut(ratio)}:1 and needs ${least}:1 (WCAG AA), so this theme keeps the reader's own colours.`;
  const remedy = nearest === undefined ? "Choose a lighter or darker paper." : `The nearest ${NAMES.get(wrong)} that passes is ${nearest}.`;
  return { severity: "warning" as const, file: THEME_FILE, place: `colors.${theme}.${NAMES.get(wrong)}`, message, remedy };
}

/** Rounded down, so that a ratio that fails is never shown as one that passes. */
const cut = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);
