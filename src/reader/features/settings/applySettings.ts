import { type Settings, settingNames, standardSettings } from "./settings.ts";
import { themeColors } from "./themeColors.ts";

/** Shows the settings: data attributes of <html> for tokens.css, and the theme's colour for the browser's own frame. */
export function applySettings(settings: Settings): void {
  const { dataset } = document.documentElement;
  for (const name of settingNames) {
    if (settings[name] === standardSettings[name]) delete dataset[name];
    else dataset[name] = settings[name];
  }
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const system = meta.getAttribute("media")?.includes("dark") ? "dark" : "light";
    meta.content = themeColors[settings.theme === "auto" ? system : settings.theme];
  }
}
