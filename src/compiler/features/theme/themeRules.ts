import type { Theme, Tokens } from "#content/brand.ts";
import { PALETTES, THEMES } from "#content/brand.ts";
import { subjectPath } from "#content/paths.ts";
import { slug as slugOf } from "#content/slug.ts";
import { wcagContrast } from "culori";
import { nearestName } from "../../text/nearestName.ts";
import type { Report } from "../../draft/problem.ts";
import type { Settings } from "../../settings/settings.ts";
import { nearestWithContrast, TEXT_CONTRAST } from "./contrast.ts";
import type { Logo } from "./iconAndLogo.ts";
import { THEME_FILE } from "./readThemeFile.ts";
import type { ThemeSettings } from "./themeSchema.ts";

/** The corners of fields and buttons, of panels, and of pills. */
const CORNERS: Record<NonNullable<ThemeSettings["corners"]>, Tokens> = {
  square: { radius: "0", "radius-panel": "0", "radius-pill": "0" },
  slight: {},
  round: { radius: "8px", "radius-panel": "14px" },
};

const DENSITY = { compact: 0.8, normal: 1, airy: 1.2 };

/** The tokens of spaces between elements. Those inside elements stay as they are. */
const SPACES = ["s-4", "s-5", "s-6", "s-7", "s-8"];

/** The values of tokens that all themes share. Spaces are given as factors of the default ones. */
export function sharedTokens({ corners = "slight", density = "normal" }: ThemeSettings): Tokens {
  const factor = DENSITY[density];
  return { ...CORNERS[corners], ...(factor === 1 ? {} : Object.fromEntries(SPACES.map((name) => [name, `*${factor}`]))) };
}

const RULES: Record<NonNullable<ThemeSettings["rule"]>, string> = {
  oxford: "",
  double: "linear-gradient(var(--ink) 1px,#0000 1px 5px,var(--ink) 5px)",
  single: "linear-gradient(#0000 5px,var(--ink) 5px)",
  thick: "linear-gradient(var(--ink) 4px,#0000 4px)",
  none: "none",
};

const NAMEPLATE = { small: 0.75, medium: 1, large: 1.2 };

/** The CSS of the layer `theme` for the rule below the nameplate, and for the nameplate itself. */
export function markRules({ rule = "oxford", nameplate = "medium" }: ThemeSettings, logo: Logo | undefined): string {
  const size = NAMEPLATE[nameplate];
  const line = RULES[rule] === "" ? "" : `.masthead .oxford{background:${RULES[rule]}}`;
  if (logo) return line + logoRules(logo, size);
  return size === 1
    ? line
    : `${line}.nameplate{font-size:calc(min(1.75rem,8vw)*${size})}.front-head .nameplate{font-size:calc(${FRONT}*${size})}`;
}

/** The size of the name on the front page (masthead.css). */
const FRONT = "min(clamp(2.25rem,1rem + 5.4vw,5.25rem),10vw,(100vw - 4rem)/8.2)";

/**
 * The logo is the background of the name, which stays for screen readers and print. Only
 * the logo that is shown is fetched. With forced colours it keeps its own background.
 */
function logoRules({ light, dark, width, height }: Logo, size: number): string {
  const [small, large] = [2.1 * size, 4.5 * size];
  const night =
    light === dark
      ? ""
      : `[data-theme=dark]{--logo:url(./${dark.slice(7)})}@media (prefers-color-scheme:dark){:root:not([data-theme]){--logo:url(./${dark.slice(7)})}}`;
  const shape = `display:block;font-size:0;padding:0;aspect-ratio:${width}/${height};background:var(--logo) center/contain no-repeat var(--paper);forced-color-adjust:none`;
  const wide = (rem: number, vw: number) => `inline-size:min(${round((rem * width) / height)}rem,${vw}vw)`;
  return [
    `:root{--logo:url(./${light.slice(7)})}${night}`,
    `@media screen{.nameplate{${shape};${wide(small, 46)};justify-self:center}`,
    `.front-head .nameplate{font-size:0;${wide(large, 56)}}.foot .nameplate{font-size:0;justify-self:start}}`,
  ].join("");
}

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * The CSS for the colours of sections: of their names above stories, of the line under the
 * current one, and of the rules above their blocks. A colour with too little contrast is left out.
 */
export function sectionRules(
  { sections = {} }: Pick<ThemeSettings, "sections">,
  palettes: Partial<Record<Theme, Tokens>>,
  settings: Pick<Settings, "sections">,
  report: Report,
): string {
  const known = settings.sections.map(({ slug, name }) => slug ?? slugOf(name));
  const colored = Object.entries(sections).flatMap(([slug, said]) => {
    if (known.length > 0 && !known.includes(slug)) return unknownSection(slug, known, report);
    const color = typeof said === "string" ? { light: said } : said;
    const all = THEMES.map((theme) =>
      sectionColor({ slug, theme, said: color[theme], light: color.light }, palettes[theme] ?? PALETTES[theme], report),
    );
    const [light, sepia, dark] = all;
    return light === undefined || sepia === undefined || dark === undefined ? [] : [{ slug, light, sepia, dark }];
  });
  if (colored.length === 0) return "";
  const links = colored.map(({ slug }) => link(slug)).join(",");
  return [
    `:root,[data-theme]{${colored.map(({ slug, light, dark }) => `--section-${slug}:light-dark(${light},${dark})`).join(";")}}`,
    `[data-theme=sepia]{${colored.map(({ slug, sepia }) => `--section-${slug}:${sepia}`).join(";")}}`,
    ...colored.map(({ slug }) => `${link(slug)}{--section:var(--section-${slug})}`),
    `:is(.kicker,.kicker *):is(${links}){color:var(--section)}`,
    `.sections a[aria-current]:is(${links}){border-color:var(--section)}`,
    ...colored.map(({ slug }) => `.desk-head:has(h2 ${link(slug)}){border-color:var(--section-${slug})}`),
  ].join("");
}

const link = (slug: string): string => `a[href$="${subjectPath("section", slug)}"]`;

function unknownSection(slug: string, known: string[], report: Report): [] {
  const nearest = nearestName(slug, known);
  const remedy = `Known are ${known.join(", ")}.`;
  const message = `There is no section ${slug}, so its colour is left out.`;
  report({ severity: "warning", file: THEME_FILE, place: `sections.${slug}`, message, remedy, ...(nearest !== undefined && { nearest }) });
  return [];
}

type SectionColor = { slug: string; theme: Theme; said: string | undefined; light: string };

/** @returns undefined if the given colour has too little contrast; without one, the nearest to the light theme's that has enough */
function sectionColor({ slug, theme, said, light }: SectionColor, palette: Tokens, report: Report): string | undefined {
  const grounds = ["paper", "paper-raised", "paper-sunk"].map((name) => palette[name] ?? "");
  const nearest = nearestWithContrast(said ?? light, grounds, TEXT_CONTRAST);
  if (said === undefined || nearest === said) return nearest;
  const worst = Math.min(...grounds.map((ground) => wcagContrast(said, ground)));
  const ground = grounds.find((one) => wcagContrast(said, one) === worst) ?? "";
  const message = `In the theme ${theme}, the colour of the section ${slug} (${said}) on the paper (${ground}) has a contrast of ${(Math.floor(worst * 100) / 100).toFixed(2)}:1 and needs ${TEXT_CONTRAST}:1 (WCAG AA), so the section has no colour.`;
  const remedy = nearest === undefined ? "Choose another." : `The nearest colour that passes is ${nearest}.`;
  report({ severity: "warning", file: THEME_FILE, place: `sections.${slug}`, message, remedy });
  return undefined;
}
