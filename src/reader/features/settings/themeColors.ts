/** What the browser's own frame is painted with: --paper of each theme in tokens.css, which a test compares. */
export const themeColors = { light: "#fdfdfb", sepia: "#f6ecd8", dark: "#131518" };
