import { type Brand, PALETTES, type Tokens } from "#content/brand.ts";

/** The colours by day and by night, and the families of headlines and of text. */
export type LetterLook = { colors: Record<"light" | "dark", Tokens>; font: string; text: string };

/** What letters, and the pages on which readers subscribe, have of a paper's theme. */
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
