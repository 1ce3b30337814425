import { describe, expect, it } from "vitest";
import { readSettings, standardSettings, writeSettings } from "#reader/features/settings/readerSettings.ts";

describe("settings read from the device", () => {
  it("are what was written, field by field", () => {
    const chosen = { ...standardSettings, theme: "sepia", size: "xl", font: "dyslexic", shortcuts: "off" } as const;
    expect(readSettings(writeSettings(chosen))).toEqual(chosen);
  });

  it.each([
    ["nothing", null],
    ["no JSON", "{theme:"],
    ["a text", '"dark"'],
    ["a list", "[1, 2]"],
    ["null", "null"],
    ["a number", "7"],
  ])("are the standard ones where %s is there", (_, stored) => {
    expect(readSettings(stored)).toEqual(standardSettings);
  });

  it("keep what is known beside what is not", () => {
    expect(readSettings('{"theme":"dark","size":9,"font":"comic","leading":null,"weather":"rain"}')).toEqual({
      ...standardSettings,
      theme: "dark",
    });
  });
});

describe("settings written to the device", () => {
  it("hold only what the reader chose", () => {
    expect(writeSettings({ ...standardSettings, width: "wide" })).toBe('{"width":"wide"}');
  });

  it("are nothing at all where nothing was chosen", () => {
    expect(writeSettings(standardSettings)).toBeNull();
  });
});
