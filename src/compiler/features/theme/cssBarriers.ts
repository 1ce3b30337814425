import type { CssNode, Declaration, Rule } from "css-tree";
import { generate, walk } from "css-tree/dist/csstree.esm";
import { wcagContrast } from "culori";
import { PALETTES, type Theme, THEMES, type Tokens } from "#content/brand.ts";
import { GRAPHICS_CONTRAST, opaqueColor, TEXT_CONTRAST, weakPairs } from "./contrast.ts";

/** A rule that shuts readers out: the line of its declaration, what it does, and what to do instead. */
export type CssBarrier = { line: number; message: string; remedy: string };

/** The smallest text, and the least size of what is pressed (WCAG 2.2, 2.5.8), in pixels. */
const [TEXT, TARGET] = [12, 24];

/** How many pixels a unit has at a reader's usual text size. */
const PIXELS: Record<string, number> = { px: 1, pt: 4 / 3, rem: 16, em: 16 };

const CONTROL = /(?:^|[\s>+~(,])(?:a|button|input|select|summary|textarea)\b|\.(?:button|tool|chip|take)\b|\[role=["']?button/u;

/**
 * Finds in the paper's own style sheet what its theme may not do either: focus that is not seen, colours with too little
 * contrast, text and targets that are too small. Colours are compared in each theme that a rule is for; where the ground of a
 * colour is not known, it is the paper.
 * @param colors the palettes that the theme changes
 */
export function cssBarriers(sheet: CssNode, colors: Partial<Record<Theme, Tokens>>): CssBarrier[] {
  const rules: Styled[] = [];
  walk(sheet, {
    visit: "Rule",
    enter(rule) {
      const media = this.atrule?.prelude ? generate(this.atrule.prelude) : "";
      if (/print|forced-colors/u.test(media)) return;
      const selector = generate(rule.prelude);
      rules.push({ selector, themes: themesOf(`${selector} ${media}`), declared: declarationsOf(rule) });
    },
  });
  const palettes = Object.fromEntries(THEMES.map((theme) => [theme, colors[theme] ?? PALETTES[theme]]));
  return [
    ...weakTokens(rules, palettes),
    ...rules.flatMap((rule) => [...hiddenFocus(rule), ...weakColors(rule, palettes), ...tooSmall(rule)]),
  ];
}

type Styled = { selector: string; themes: Theme[]; declared: Map<string, Declared> };

type Declared = { value: string; line: number };

function declarationsOf({ block }: Rule): Map<string, Declared> {
  const all = block.children.toArray().filter((node): node is Declaration => node.type === "Declaration");
  return new Map(all.map(({ property, value, loc }) => [property, { value: generate(value).trim(), line: loc?.start.line ?? 1 }]));
}

function themesOf(where: string): Theme[] {
  const named = THEMES.filter((theme) => new RegExp(`data-theme=["']?${theme}\\b`, "u").test(where));
  if (named.length > 0) return named;
  const scheme = /prefers-color-scheme:\s*(light|dark)/u.exec(where)?.[1];
  return scheme === "dark" ? ["dark"] : scheme === "light" ? ["light", "sepia"] : [...THEMES];
}

/** What shows the focus in place of an outline. */
const RINGS = ["box-shadow", "border", "border-color", "background", "background-color", "text-decoration"];

function hiddenFocus({ selector, declared }: Styled): CssBarrier[] {
  const [outline] = ["outline", "outline-style", "outline-width"].flatMap((name) => declared.get(name) ?? []);
  if (!outline || !/^(?:none|0(?:px)?|hidden|transparent)\b/u.test(outline.value) || RINGS.some((name) => declared.has(name))) return [];
  if (/focus:not\(:focus-visible\)/u.test(selector)) return [];
  const message = `The rule for ${selector} takes the focus ring away, so that readers without a mouse do not see where they are (WCAG 2.4.7).`;
  return [{ line: outline.line, message, remedy: "Remove the declaration, or draw another ring in the same rule, such as a box-shadow." }];
}

/** Tokens that the sheet sets anew, compared as those of theme.json are. */
function weakTokens(rules: Styled[], palettes: Record<string, Tokens>): CssBarrier[] {
  return THEMES.flatMap((theme) => {
    const set = rules
      .filter(({ selector, themes }) => themes.includes(theme) && /:root|^html|data-theme/u.test(selector))
      .flatMap(({ declared }) =>
        [...declared].flatMap(([name, said]) => (name.startsWith("--") ? [{ token: name.slice(2), ...said }] : [])),
      );
    const before = palettes[theme] ?? {};
    const after: Tokens = { ...before };
    for (const { token, value } of set) {
      const color = before[token] === undefined ? undefined : colorOf(value, theme, before);
      if (color !== undefined) after[token] = color;
    }
    return weakPairs(after).flatMap(({ above, on, ratio, least }) => {
      const said = set.findLast(({ token }) => token === above || token === on);
      return said ? [weak({ theme, line: said.line, what: `--${above} on --${on}`, ratio, least })] : [];
    });
  });
}

/** Parts whose ground is the ink, not the paper. */
const ON_INK = /\.(?:toast|offer|breaking|skip|button)\b/u;

function weakColors({ selector, themes, declared }: Styled, palettes: Record<string, Tokens>): CssBarrier[] {
  const color = declared.get("color");
  const ground = declared.get("background-color") ?? declared.get("background");
  const said = color ?? ground;
  if (!said || /:disabled|aria-disabled|::?(?:before|after|placeholder)/u.test(selector)) return [];
  const [weakest] = themes.flatMap((theme) => {
    const palette = palettes[theme] ?? {};
    const above = color ? colorOf(color.value, theme, palette) : ON_INK.test(selector) ? palette["paper"] : palette["ink"];
    const on = ground ? colorOf(ground.value, theme, palette) : ON_INK.test(selector) ? palette["ink"] : palette["paper"];
    if (above === undefined || on === undefined) return [];
    const ratio = wcagContrast(above, on);
    return ratio < TEXT_CONTRAST
      ? [weak({ theme, line: said.line, what: `text of ${selector} (${above} on ${on})`, ratio, least: TEXT_CONTRAST })]
      : [];
  });
  return weakest ? [weakest] : [];
}

type Weak = { theme: Theme; line: number; what: string; ratio: number; least: number };

function weak({ theme, line, what, ratio, least }: Weak): CssBarrier {
  const kind = least === GRAPHICS_CONTRAST ? "1.4.11" : "1.4.3";
  const message = `In the theme ${theme}, ${what} has a contrast of ${(Math.floor(ratio * 100) / 100).toFixed(2)}:1 and needs ${least}:1 (WCAG ${kind}).`;
  return { line, message, remedy: "Choose a stronger colour, or limit the rule to a theme with [data-theme=…]." };
}

/** A colour as #rrggbb; undefined if it is transparent, a picture, or known only to browsers. */
function colorOf(value: string, theme: Theme, palette: Tokens): string | undefined {
  const [, light, dark] = /^light-dark\((.+),(.+)\)$/u.exec(value) ?? [];
  if (light !== undefined && dark !== undefined) return colorOf(theme === "dark" ? dark : light, theme, palette);
  const token = /^var\(--([\w-]+)\)$/u.exec(value)?.[1];
  if (token !== undefined) return palette[token];
  return opaqueColor(value);
}

const SIZES = ["block-size", "height", "max-block-size", "max-height", "inline-size", "width", "max-inline-size", "max-width"];

function tooSmall({ selector, declared }: Styled): CssBarrier[] {
  const font = declared.get("font-size");
  const isUnread = font && pixels(font.value) < TEXT && pixels(font.value) > 0;
  const least = Math.max(...["min-block-size", "min-height"].map((name) => pixels(declared.get(name)?.value ?? "0")));
  const small = SIZES.flatMap((name) => declared.get(name) ?? []).find(({ value }) => pixels(value) < TARGET && pixels(value) >= 0);
  return [
    ...(isUnread
      ? [
          {
            line: font.line,
            message: `The text of ${selector} is ${font.value}, which many cannot read.`,
            remedy: `Give it at least ${TEXT}px.`,
          },
        ]
      : []),
    ...(small && least < TARGET && CONTROL.test(selector)
      ? [
          {
            line: small.line,
            message: `The rule for ${selector} makes what is pressed smaller than ${TARGET} pixels (WCAG 2.5.8).`,
            remedy: `Give it at least ${TARGET}px.`,
          },
        ]
      : []),
  ];
}

/** @returns infinity for what has no fixed size */
function pixels(value: string): number {
  const [, number, unit = "px"] = /^(-?[\d.]+)(px|pt|rem|em)?$/u.exec(value) ?? [];
  const size = Number(number) * (PIXELS[unit] ?? Number.NaN);
  return Number.isNaN(size) ? Infinity : size;
}
