import * as v from "valibot";

/** One setting: its choices in the order they are offered, and the one that holds until the reader chooses. */
function choice<const Options extends readonly [string, ...string[]]>(options: Options, standard: Options[number]) {
  return v.fallback(v.picklist(options), standard);
}

/**
 * How a reader wants the paper. Each choice but the standard one stands as a data
 * attribute of <html>, which tokens.css answers. Whatever is unknown or damaged
 * falls back, field by field, so that an old or foreign value never costs the rest.
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

export const standardSettings: Settings = v.parse(SettingsSchema, {});

export const settingNames = v.parse(v.array(v.keyof(SettingsSchema)), Object.keys(SettingsSchema.entries));

/** @param stored what the device kept, of which nothing is known */
export function readSettings(stored: string | null): Settings {
  return v.parse(v.fallback(SettingsSchema, standardSettings), parsed(stored));
}

/** Only what the reader chose is kept, so that a better standard reaches those who chose nothing. Null where that is all. */
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
