import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { applySettings } from "#reader/features/settings/settingsStore.ts";
import { earlyScript } from "#reader/features/settings/earlyScript.ts";
import { fontsKey } from "#reader/features/settings/fontsKey.ts";
import { noteFonts } from "#reader/features/settings/noteFonts.ts";
import { standardSettings, writeSettings } from "#reader/features/settings/settings.ts";
import { storageKey } from "#reader/features/settings/storageKey.ts";
import { showSignedIn } from "#reader/data/signedIn.ts";
import { signedInKey } from "#reader/data/signedInKey.ts";
import { themeColors } from "#reader/features/settings/themeColors.ts";

const html = document.documentElement;
const metas = () => [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].map(({ content }) => content);

/** The page's head as it arrives, with what this device has kept; then the script, as the browser would run it. */
function load(stored: string | null) {
  for (const name of Object.keys(html.dataset)) delete html.dataset[name];
  document.head.innerHTML = `
    <meta name="theme-color" content="${themeColors.light}" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="${themeColors.dark}" media="(prefers-color-scheme: dark)">`;
  if (stored === null) localStorage.clear();
  else localStorage.setItem(storageKey, stored);
  rerun();
}

function rerun() {
  const script = document.createElement("script");
  script.textContent = earlyScript(themeColors);
  document.head.append(script);
}

afterEach(() => {
  vi.restoreAllMocks();
  load(null);
});

/** What stands on <html> besides the path of the page. */
function said(): DOMStringMap {
  const { path: _, ...others } = html.dataset;
  return others;
}

describe("the script before the first paint", () => {
  it("is small", () => {
    expect(earlyScript(themeColors).length).toBeLessThan(605);
  });

  it("says on <html> exactly what the app will say", () => {
    const chosen = { ...standardSettings, theme: "sepia", size: "xxl", font: "hyper", align: "justify", motion: "less" } as const;
    load(writeSettings(chosen));
    const early = said();
    expect(early).toEqual({ theme: "sepia", size: "xxl", font: "hyper", align: "justify", motion: "less" });
    expect(metas()).toEqual([themeColors.sepia, themeColors.sepia]);
    applySettings(chosen);
    expect(said()).toEqual(early);
    expect(metas()).toEqual([themeColors.sepia, themeColors.sepia]);
  });

  it("leaves the page alone where nothing was chosen", () => {
    load(null);
    expect(said()).toEqual({});
    expect(metas()).toEqual([themeColors.light, themeColors.dark]);
  });

  it("says which page this is, also where nothing is kept on the device", () => {
    load(null);
    expect(html.dataset["path"]).toBe(location.pathname);
  });

  it("says that the reader is signed in, whatever they chose", () => {
    for (const chosen of [null, writeSettings({ ...standardSettings, theme: "dark" })]) {
      load(chosen);
      localStorage.setItem(signedInKey, "true");
      rerun();
      expect(html.dataset["in"]).toBe("");
      showSignedIn();
      expect(html.dataset["in"]).toBe("");
    }
    localStorage.removeItem(signedInKey);
    showSignedIn();
    expect(html.dataset["in"]).toBeUndefined();
  });

  it("lets the fonts hold at once where they were fetched before, and only there", async () => {
    load(null);
    const style = document.createElement("style");
    style.media = "not all";
    document.head.append(style);
    Object.defineProperty(document, "fonts", { value: { ready: Promise.resolve() }, configurable: true });
    const asked: PerformanceEntryList = [];
    vi.spyOn(performance, "getEntriesByType").mockImplementation(() => asked);
    await noteFonts();
    expect(localStorage.getItem(fontsKey)).toBeNull();
    asked.push({
      name: "https://example.org/assets/text-core.woff2",
      entryType: "resource",
      startTime: 0,
      duration: 1,
      toJSON: () => ({}),
    });
    await noteFonts();
    expect(localStorage.getItem(fontsKey)).toBe("1");
    rerun();
    expect(style.media).toBe("");
  });

  it.each(["{", "null", "[]", '"dark"', "7", '{"shoe":"red"}'])("lets %s do no harm", (stored) => {
    load(stored);
    expect(said()).toEqual({});
  });
});

describe("the colours for the browser's frame", () => {
  const css = readFileSync("src/reader/styles/tokens.css", "utf8");

  it("are the paper of each theme", () => {
    const [, light, dark] = /--paper: light-dark\((#\w+), (#\w+)\)/u.exec(css) ?? [];
    const [, sepia] = /\[data-theme="sepia"\] \{[^}]*--paper: (#\w+)/u.exec(css) ?? [];
    expect(themeColors).toEqual({ light, sepia, dark });
  });
});
