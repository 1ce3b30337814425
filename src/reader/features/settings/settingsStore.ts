import { useSyncExternalStore } from "react";
import { readSettings, type SettingName, settingNames, type Settings, standardSettings, writeSettings } from "./settings.ts";
import { storageKey } from "./storageKey.ts";
import { storedItem, storeItem } from "../../store/storage.ts";
import { themeColorsOf } from "./themeColors.ts";

/** What holds on this page. Where the device keeps nothing, it is also all the memory there is. */
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

/** Whether the device keeps what is chosen. It is asked by keeping what holds now, which changes nothing. */
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

/** Shows what the device kept, and follows what other tabs change from then on. Returns how to stop. */
export function followSettings(): () => void {
  const again = () => show(readSettings(stored()));
  const onStorage = ({ key }: StorageEvent) => {
    // A null key tells that the whole storage was emptied.
    if (key === storageKey || key === null) again();
  };
  // A page that comes back from the browser's memory of pages has missed what other tabs said.
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) again();
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

/** False where storage is denied or full: then the settings last as long as the page, and nothing else is lost. */
const keep = (): boolean => storeItem("localStorage", storageKey, writeSettings(currentSettings()));

/** Shows the settings: data attributes of <html> for tokens.css, and the theme's colour for the browser's own frame. */
export function applySettings(settings: Settings): void {
  const { dataset } = document.documentElement;
  for (const name of settingNames) {
    if (settings[name] === standardSettings[name]) delete dataset[name];
    else dataset[name] = settings[name];
  }
  const colors = themeColorsOf(document);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const system = meta.getAttribute("media")?.includes("dark") ? "dark" : "light";
    meta.content = colors[settings.theme === "auto" ? system : settings.theme];
  }
}
