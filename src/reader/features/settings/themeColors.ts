/** What the browser's own frame is painted with: --paper of each theme in tokens.css, which a test compares. */
export const themeColors = { light: "#fdfdfb", sepia: "#f6ecd8", dark: "#131518" };

export type ThemeColors = typeof themeColors;

/** The name of the meta element by which a paper says that it has others, each in a data attribute. */
export const THEME_COLORS_META = "broadsheet-theme-colors";

/** Those of the paper that a page is of. */
export function themeColorsOf(page: Document): ThemeColors {
  const said = page.querySelector<HTMLMetaElement>(`meta[name="${THEME_COLORS_META}"]`)?.dataset ?? {};
  const { light = themeColors.light, sepia = themeColors.sepia, dark = themeColors.dark } = said;
  return { light, sepia, dark };
}
