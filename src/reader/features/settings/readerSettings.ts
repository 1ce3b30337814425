import * as v from "valibot";

/** One setting: its options in the order in which they are offered, and its default. */
function choice<const Options extends readonly [string, ...string[]]>(options: Options, standard: Options[number]) {
  return v.fallback(v.picklist(options), standard);
}

/**
 * The reading settings. Each value other than the default is a data attribute of
 * <html>, which tokens.css matches. Unknown or damaged values fall back to the
 * default one by one, so that an old or foreign value does not cost the others.
 */
export const SettingsSchema = v.object({
  theme: choice(["light", "sepia", "dark", "auto"], "auto"),
  size: choice(["s", "m", "l", "xl", "xxl"], "m"),
  font: choice(["serif", "sans", "hyper", "dyslexic"], "serif"),
  leading: choice(["tight", "normal", "loose"], "normal"),
  width: choice(["narrow", "medium", "wide"], "medium"),
  align: choice(["start", "justify"], "start"),
  hyphens: choice(["auto", "on", "off"], "auto"),
  contrast: choice(["auto", "more"], "auto"),
  motion: choice(["auto", "less"], "auto"),
  shortcuts: choice(["on", "off"], "on"),
  paged: choice(["off", "pages", "eink"], "off"),
  searches: choice(["on", "off"], "on"),
  cards: choice(["on", "off"], "on"),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;
export type SettingName = keyof Settings;

/** The choices of `font` whose faces are in typefaces.css, not in every page. */
export const fontsWithFaces: Settings["font"][] = ["hyper", "dyslexic"];

export const standardSettings: Settings = v.parse(SettingsSchema, {});

export const settingNames = v.parse(v.array(v.keyof(SettingsSchema)), Object.keys(SettingsSchema.entries));

/** @param stored the text that the device kept, which may be anything */
export function readSettings(stored: string | null): Settings {
  return v.parse(v.fallback(SettingsSchema, standardSettings), parsed(stored));
}

/** Only values other than the default are kept, so that a better default reaches readers who chose nothing. Null if there are none. */
export function writeSettings(settings: Settings): string | null {
  const chosen = settingNames.filter((name) => settings[name] !== standardSettings[name]).map((name) => [name, settings[name]]);
  return chosen.length === 0 ? null : JSON.stringify(Object.fromEntries(chosen));
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
