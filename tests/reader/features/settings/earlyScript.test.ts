import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { applySettings } from "#reader/features/settings/settingsStore.ts";
import { earlyScript } from "#reader/features/settings/earlyScript.ts";
import { standardSettings, writeSettings } from "#reader/features/settings/readerSettings.ts";
import { storageKey } from "#reader/features/settings/storageKey.ts";
import { showSignedIn } from "#reader/data/signedIn.ts";
import { signedInKey } from "#reader/data/signedInKey.ts";
import { themeColors } from "#reader/features/settings/themeColors.ts";

const html = document.documentElement;

/** The window in which the script runs: what the tests have as their own is in part another's. */
const dom = document.defaultView ?? window;
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

const rerun = () => run(earlyScript(themeColors));

function run(text: string) {
  const script = document.createElement("script");
  script.textContent = text;
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
    expect(earlyScript(themeColors, "/assets/typefaces-Cd6FV.css").length).toBeLessThan(1100);
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

  it("lets the fonts hold at once for a reader who has chosen a typeface, and only for them", () => {
    for (const [stored, media] of [
      [writeSettings({ ...standardSettings, theme: "dark" }), "not all"],
      [writeSettings({ ...standardSettings, font: "dyslexic" }), ""],
    ] as const) {
      load(stored);
      const style = document.createElement("style");
      style.media = "not all";
      document.head.append(style);
      rerun();
      expect(style.media).toBe(media);
    }
  });

  it("fetches the typefaces of a setting before the first paint, only for readers who have chosen one", () => {
    const linked = (font: "serif" | "sans" | "hyper" | "dyslexic") => {
      load(writeSettings({ ...standardSettings, font }));
      run(earlyScript(themeColors, "/assets/typefaces.css"));
      return [...document.head.querySelectorAll("link")].map((link) => link.getAttribute("href"));
    };
    expect(linked("serif")).toEqual([]);
    expect(linked("sans")).toEqual([]);
    expect(linked("hyper")).toEqual(["/assets/typefaces.css"]);
    expect(linked("dyslexic")).toEqual(["/assets/typefaces.css"]);
  });

  it("lays out what is below the window later, but not where a place on the page is to be found", () => {
    const opened = (type: string, hash = "", directive = "") => {
      run(`performance.getEntriesByType = () => [{ type: "${type}", name: "https://example.org/${directive}" }]`);
      location.hash = hash;
      load(null);
      const style = Object.assign(document.createElement("style"), { media: "not all" });
      document.head.append(style);
      rerun();
      return { first: html.dataset["first"], fonts: style.media };
    };
    expect(opened("navigate")).toEqual({ first: "", fonts: "not all" });
    const atOnce = { first: undefined, fonts: "" };
    expect(opened("navigate", "#p-4")).toEqual(atOnce);
    expect(opened("navigate", "", "#:~:text=tea")).toEqual(atOnce);
    expect(opened("reload")).toEqual(atOnce);
    expect(opened("back_forward")).toEqual(atOnce);
    run("delete performance.getEntriesByType");
  });

  it("lets the other styles hold some seconds after the page has loaded, should the app not come; a sheet for paper stays one, and one that a paper preloads is its own affair", () => {
    const later = vi.spyOn(dom, "setTimeout").mockImplementation(vi.fn());
    load(null);
    html.dataset["first"] = "";
    document.body.innerHTML = '<link rel="preload" as="style"><link rel="stylesheet" media="print">';
    const own = Object.assign(document.createElement("link"), { rel: "preload", as: "style" });
    document.head.append(own);
    const [sheet, paper] = document.body.querySelectorAll("link");
    dom.dispatchEvent(new Event("load"));
    expect(sheet?.rel).toBe("preload");
    expect(later).toHaveBeenCalledWith(expect.any(Function), 4000);
    for (const [run] of later.mock.calls) if (typeof run === "function") run();
    expect([sheet?.rel, paper?.media, own.rel, html.dataset["first"]]).toEqual(["stylesheet", "print", "preload", undefined]);
    own.remove();
    document.body.replaceChildren();
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
