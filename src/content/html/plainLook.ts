import { type Brand, PALETTES, type Tokens } from "#content/brand.ts";

/** The colours by day and by night, and the families of headlines and of text. */
export type LetterLook = { colors: Record<"light" | "dark", Tokens>; font: string; text: string };

/** What letters, and pages that work without the app, have of a paper's theme. */
export const lookOf = (brand: Brand | undefined): LetterLook => ({
  colors: { light: { ...PALETTES.light, ...brand?.colors.light }, dark: { ...PALETTES.dark, ...brand?.colors.dark } },
  font: families(brand?.typefaces.display?.families, brand?.typefaces.text?.families),
  text: families(brand?.typefaces.text?.families),
});

/** The families of the paper first, which only those readers see who have them: neither mail programs nor these pages load fonts. */
const families = (...own: (string | undefined)[]): string =>
  [...own.filter((each) => each !== undefined && !each.startsWith("var(")), "Georgia", "'Times New Roman'", "serif"]
    .join(", ")
    .replaceAll('"', "'");

/** Styles of pages that work without the app and load nothing: the server's, and those that are shown when a server fails. */
export function plainStyles({ colors: { light, dark }, font }: Pick<LetterLook, "colors" | "font">): string {
  const both = (name: string) => `light-dark(${light[name]},${dark[name]})`;
  return [
    `:root{color-scheme:light dark;background:${both("paper")};color:${both("ink")};font:17px/1.55 system-ui,sans-serif}`,
    "body{margin:0 auto;max-width:34rem;padding:0 1.25rem 3rem}",
    `header{border-block-end:2px solid ${both("rule-strong")};padding:1.5rem 0 .75rem;text-align:center;font:700 1.75rem/1.1 ${font}}`,
    `header a{color:inherit;text-decoration:none}h1{font:600 1.9rem/1.2 ${font};margin:2rem 0 .75rem;text-wrap:balance}p{margin:0 0 1rem}a{color:${both("blue")}}`,
    `:focus-visible{outline:3px solid ${both("blue")};outline-offset:2px}`,
  ].join("");
}
