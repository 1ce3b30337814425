import { describe, expect, test } from "vitest";
import { documentWords } from "../../src/build/documentWords.ts";

const words = (title: string, ...body: string[]) => documentWords({ title, body });
const placesOf = (found: ReturnType<typeof words>, word: string) => found.get(word)?.places;

describe("the words of a document", () => {
  test("have positions that continue through all texts, each from a multiple of 128 on", () => {
    const found = words("Bridge reopens", "The bridge", "It is open again");
    expect(placesOf(found, "bridge")).toEqual([0, 129]);
    expect(placesOf(found, "reopens")).toEqual([1]);
    expect(placesOf(found, "again")).toEqual([259]);
  });

  test("stay where they are when another text has a word more", () => {
    const [before, after] = [words("Bridge", "It is open", "Cars cross"), words("Bridge", "It is open again", "Cars cross")];
    expect(placesOf(after, "cars")).toEqual(placesOf(before, "cars"));
    expect(placesOf(after, "cross")).toEqual(placesOf(before, "cross"));
  });

  test("are never adjacent across two texts, however long the first is", () => {
    for (const length of [126, 127, 128, 129, 256]) {
      const found = words("Bridge", Array(length).fill("word").join(" "), "next");
      const last = placesOf(found, "word")?.at(-1) ?? NaN;
      expect((placesOf(found, "next")?.[0] ?? NaN) - last).toBeGreaterThan(1);
    }
  });

  test("know whether they are in the title, and count more there", () => {
    const found = words("Bridge", "The road leads to a ferry");
    expect(found.get("bridge")?.inTitle).toBe(true);
    expect(found.get("road")?.inTitle).toBe(false);
    expect(found.get("bridge")?.level).toBeGreaterThan(found.get("road")?.level ?? NaN);
  });

  test("keep their spelling where folding changed more than the case", () => {
    const found = words("Zoë in Paris");
    expect(found.get("zoe")?.label).toBe("zoë");
    expect(found.get("paris")?.label).toBe("");
  });

  test("cannot be in a field that the index lacks", () => {
    expect(() => documentWords({ title: "A", colour: "red" })).toThrow('A document has a field "colour", and the index has none.');
  });
});
