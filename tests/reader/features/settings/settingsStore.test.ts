import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changeSetting, currentSettings, followSettings, resetSettings } from "#reader/features/settings/settingsStore.ts";
import { standardSettings } from "#reader/features/settings/readerSettings.ts";
import { storageKey } from "#reader/features/settings/storageKey.ts";

const html = document.documentElement;
let stop = () => {};

beforeEach(() => {
  stop = followSettings();
});

afterEach(() => {
  vi.restoreAllMocks();
  resetSettings();
  stop();
});

/** What another tab of this edition does: it writes, and the browser tells this one. */
function anotherTabWrites(text: string | null) {
  if (text === null) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, text);
  window.dispatchEvent(new StorageEvent("storage", { key: storageKey, newValue: text }));
}

describe("a setting that is changed", () => {
  it("shows at once and is kept", () => {
    changeSetting("theme", "dark");
    expect(html.dataset["theme"]).toBe("dark");
    expect(localStorage.getItem(storageKey)).toBe('{"theme":"dark"}');
  });

  it("leaves nothing behind when it is changed back", () => {
    changeSetting("theme", "dark");
    changeSetting("theme", "auto");
    expect(html.dataset["theme"]).toBeUndefined();
    expect(localStorage.getItem(storageKey)).toBeNull();
  });

  it("holds for this page where the device keeps nothing", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("Denied", "SecurityError");
    });
    changeSetting("size", "xl");
    changeSetting("font", "hyper");
    expect({ ...html.dataset }).toEqual({ size: "xl", font: "hyper" });
    expect(currentSettings()).toEqual({ ...standardSettings, size: "xl", font: "hyper" });
  });
});

describe("another tab", () => {
  it("is followed at once", () => {
    anotherTabWrites('{"theme":"sepia","size":"l"}');
    expect({ ...html.dataset }).toEqual({ theme: "sepia", size: "l" });
    anotherTabWrites(null);
    expect({ ...html.dataset }).toEqual({});
  });

  it("may clear all that the device stores, or change something else", () => {
    localStorage.setItem(storageKey, '{"theme":"dark"}');
    window.dispatchEvent(new StorageEvent("storage", { key: `${storageKey}-other` }));
    expect(html.dataset["theme"]).toBeUndefined();
    anotherTabWrites('{"theme":"dark"}');
    localStorage.clear();
    window.dispatchEvent(new StorageEvent("storage", { key: null }));
    expect(html.dataset["theme"]).toBeUndefined();
  });

  it("cannot do harm with a value that this version does not know", () => {
    anotherTabWrites('{"theme":"neon","size":"l"}');
    expect({ ...html.dataset }).toEqual({ size: "l" });
  });
});

describe("a page that comes back from the browser's memory", () => {
  it("shows what was chosen meanwhile", () => {
    localStorage.setItem(storageKey, '{"theme":"dark"}');
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }));
    expect(html.dataset["theme"]).toBeUndefined();
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    expect(html.dataset["theme"]).toBe("dark");
  });
});
