import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";
import { deviceValue } from "../../device/deviceValue.ts";

/** "offline": saved stories are kept with their pictures. "removeRead": a story that was read to its end is no longer saved. */
const SettingsSchema = v.object({
  history: v.fallback(v.boolean(), true),
  offline: v.fallback(v.boolean(), true),
  removeRead: v.fallback(v.boolean(), false),
});

type LibrarySettings = v.InferOutput<typeof SettingsSchema>;

const standard = v.parse(SettingsSchema, {});
const settings = deviceValue(
  () => `${cachePrefix(address().base)}library`,
  (found) => v.parse(v.fallback(SettingsSchema, standard), found),
);

/** This device's settings for its library. */
export const librarySettings = settings.read;

export const useLibrarySettings = settings.use;

export function changeLibrarySetting(name: keyof LibrarySettings, value: boolean): void {
  settings.keep({ ...librarySettings(), [name]: value });
}
