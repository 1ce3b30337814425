import { useSyncExternalStore } from "react";
import * as v from "valibot";
import { cachePrefix } from "#content/kept.ts";
import { address } from "../address.ts";

/** "offline": saved stories are kept with their pictures. "removeRead": what was read is saved no longer. */
const SettingsSchema = v.object({
  history: v.fallback(v.boolean(), true),
  offline: v.fallback(v.boolean(), true),
  removeRead: v.fallback(v.boolean(), false),
});

export type LibrarySettings = v.InferOutput<typeof SettingsSchema>;

const standard = v.parse(SettingsSchema, {});
const key = (): string => `${cachePrefix(address().base)}library`;
const listeners = new Set<() => void>();
let text: string | null | undefined;
let current = standard;

/** How this device deals with its library. Where it keeps nothing, it notes no history either. */
export function librarySettings(): LibrarySettings {
  const now = stored();
  if (now !== text) {
    text = now;
    current = v.parse(v.fallback(SettingsSchema, standard), parsed(now));
  }
  return current;
}

export function useLibrarySettings(): LibrarySettings {
  return useSyncExternalStore(subscribe, librarySettings, () => standard);
}

export function changeLibrarySetting(name: keyof LibrarySettings, value: boolean): void {
  current = { ...librarySettings(), [name]: value };
  try {
    localStorage.setItem(key(), JSON.stringify(current));
    text = stored();
  } catch {
    // It holds for as long as the page lives.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

function stored(): string | null {
  try {
    return localStorage.getItem(key());
  } catch {
    return null;
  }
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? {} : JSON.parse(json);
  } catch {
    return {};
  }
}
