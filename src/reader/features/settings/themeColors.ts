/** The colour of the browser's own interface in each theme: --paper in tokens.css, which a test compares. */
export const themeColors = { light: "#fdfdfb", sepia: "#f6ecd8", dark: "#131518" };

export type ThemeColors = typeof themeColors;

/** The name of the meta element with the paper's own theme colours, each in a data attribute. */
export const THEME_COLORS_META = "broadsheet-theme-colors";

/** The theme colours of a page, which are the paper's own if it has any. */
export function themeColorsOf(page: Document): ThemeColors {
  const custom = page.querySelector<HTMLMetaElement>(`meta[name="${THEME_COLORS_META}"]`)?.dataset ?? {};
  const { light = themeColors.light, sepia = themeColors.sepia, dark = themeColors.dark } = custom;
  return { light, sepia, dark };
}
