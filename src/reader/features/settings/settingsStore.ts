import { useSyncExternalStore } from "react";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import typefaces from "../../styles/typefaces.css?url";
import {
  fontsWithFaces,
  readSettings,
  type SettingName,
  settingNames,
  type Settings,
  standardSettings,
  writeSettings,
} from "./readerSettings.ts";
import { storageKey } from "./storageKey.ts";
import { storedItem, storeItem } from "../../store/storage.ts";
import { themeColorsOf } from "./themeColors.ts";

/** The settings of this page. If the device stores nothing, they are kept only here. */
let current: Settings | undefined;
let isKept: boolean | undefined;
const listeners = new Set<() => void>();

/** The reader's settings. They are read from the device once, and again when another tab changes them. */
export function currentSettings(): Settings {
  current ??= readSettings(stored());
  return current;
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, currentSettings, () => standardSettings);
}

/** Whether the device stores the settings. This is tested by storing the current ones, which changes nothing. */
export function useIsStored(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => (isKept ??= keep()),
    () => true,
  );
}

export function changeSetting<Name extends SettingName>(name: Name, value: Settings[Name]): void {
  current = { ...currentSettings(), [name]: value };
  isKept = keep();
  show(current);
}

export function resetSettings(): void {
  current = standardSettings;
  isKept = keep();
  show(current);
}

/** Applies the stored settings, and then follows the changes of other tabs. @returns a function that stops this */
export function followSettings(): () => void {
  const refresh = () => show(readSettings(stored()));
  const onStorage = ({ key }: StorageEvent) => {
    // A null key means that the whole storage was cleared.
    if (key === storageKey || key === null) refresh();
  };
  // A page restored from the back/forward cache has missed the changes of other tabs.
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) refresh();
  };
  show(currentSettings());
  window.addEventListener("storage", onStorage);
  window.addEventListener("pageshow", onPageShow);
  return () => {
    window.removeEventListener("storage", onStorage);
    window.removeEventListener("pageshow", onPageShow);
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(settings: Settings): void {
  current = settings;
  applySettings(settings);
  for (const listener of listeners) listener();
}

const stored = (): string | null => storedItem("localStorage", storageKey);

/** False if storage is denied or full: then the settings last as long as the page, and nothing else is lost. */
const keep = (): boolean => storeItem("localStorage", storageKey, writeSettings(currentSettings()));

/** Applies the settings: data attributes of <html> for tokens.css, a typeface, and the theme's colour for the browser's own interface. */
export function applySettings(settings: Settings): void {
  const { dataset } = document.documentElement;
  for (const name of settingNames) {
    if (settings[name] === standardSettings[name]) delete dataset[name];
    else dataset[name] = settings[name];
  }
  if (fontsWithFaces.includes(settings.font)) void loadSheet(typefaces);
  const colors = themeColorsOf(document);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const system = meta.getAttribute("media")?.includes("dark") ? "dark" : "light";
    meta.content = colors[settings.theme === "auto" ? system : settings.theme];
  }
}
