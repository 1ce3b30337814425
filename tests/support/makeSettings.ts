import { parse } from "#content/parse.ts";
import { type Settings, SettingsSchema } from "#compiler/settings/settings.ts";

/** The settings of an edition.json with these fields. */
export function makeSettings(json: unknown = {}): Settings {
  return parse(SettingsSchema, json, "settings");
}
