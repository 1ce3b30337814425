import * as v from "valibot";

/** What the browser's own frame is painted with: --paper of each theme in tokens.css, which a test compares. */
export const themeColors = { light: "#fdfdfb", sepia: "#f6ecd8", dark: "#131518" };

export type ThemeColors = typeof themeColors;

/** The name of the meta element by which a paper says that it has others. */
export const THEME_COLORS_META = "broadsheet-theme-colors";

const ThemeColorsSchema = v.object({ light: v.string(), sepia: v.string(), dark: v.string() });

/** Those of the paper that a page is of. */
export function themeColorsOf(page: Document): ThemeColors {
  const said = page.querySelector<HTMLMetaElement>(`meta[name="${THEME_COLORS_META}"]`)?.content;
  return said === undefined ? themeColors : v.parse(ThemeColorsSchema, JSON.parse(said));
}
