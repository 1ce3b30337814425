import { describe, expect, it } from "vitest";
import { type ListStyle, listParts } from "#reader/i18n/listParts.ts";

const say = (names: string[], style: ListStyle, language: string) =>
  listParts(names, style, language)
    .map((part) => (typeof part === "number" ? names[part] : part))
    .join("");

describe("listParts", () => {
  it("joins authors as a sentence does", () => {
    expect(say(["Ada", "Ben", "Cy"], "sentence", "en")).toBe("Ada, Ben and Cy");
    expect(say(["Ada", "Ben", "Cy"], "sentence", "de")).toBe("Ada, Ben und Cy");
    expect(say(["ليلى", "سامي"], "sentence", "ar")).toBe("ليلى وسامي");
  });

  it("minds the sound that the next name begins with", () => {
    expect(say(["Ana", "Ignacio"], "sentence", "es")).toBe("Ana e Ignacio");
    expect(say(["Ana", "Pablo"], "sentence", "es")).toBe("Ana y Pablo");
  });

  it("sets topics side by side", () => {
    expect(say(["Europol", "Darknet"], "row", "en")).toBe("Europol, Darknet");
    expect(say(["Europol", "Darknet"], "row", "de")).toBe("Europol, Darknet");
  });

  it("gives one name without anything around it", () => {
    expect(listParts(["Ada"], "sentence", "en")).toEqual([0]);
    expect(listParts([], "sentence", "en")).toEqual([]);
  });
});
