import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphChanges, compare, comparison } from "#reader/features/updates/paragraphChanges.ts";

/** As a proof-reader writes it: [-out-]{+in+}. */
const written = (before: string[], after: string[]) =>
  paragraphChanges(before, after).map((pieces) =>
    pieces.map(({ type, value }) => (type === "same" ? value : type === "added" ? `{+${value}+}` : `[-${value}-]`)).join(""),
  );

describe("what changed in a story", () => {
  it("is told word by word where a paragraph was changed", () => {
    const before = ["It was launched in 1976 from Florida.", "It still sends."];
    const after = ["It was launched in 1977 from Florida.", "It still sends."];
    expect(written(before, after)).toEqual(["It was launched in [-1976 -]{+1977 +}from Florida."]);
  });

  it("is a paragraph where one was put in or taken out", () => {
    expect(written(["One.", "Three."], ["One.", "Two.", "Three."])).toEqual(["{+Two.+}"]);
    expect(written(["One.", "Two.", "Three."], ["One.", "Three."])).toEqual(["[-Two.-]"]);
  });

  it("is nothing where nothing changed", () => {
    expect(written(["One."], ["One."])).toEqual([]);
  });

  it("is told at once of a paragraph of ten thousand words, of which few or all were changed", () => {
    const words = Array.from({ length: 10_000 }, (_, place) => `w${place % 400}`);
    const few = words.map((word, place) => (place % 500 === 7 ? "new" : word));
    const start = performance.now();
    expect(compare(words, few).filter(({ type }) => type !== "same")).toHaveLength(40);
    expect(
      compare(
        words,
        words.map((word) => `other ${word}`),
      ),
    ).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("stands among what has not changed, where all of it is wanted", () => {
    expect(comparison(["One.", "Two."], ["One.", "Three."]).map((pieces) => pieces.map(({ type }) => type))).toEqual([
      ["same"],
      ["removed", "added"],
    ]);
  });

  it("gives both versions back, whatever they are", () => {
    const texts = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pieces = compare(before, after);
        expect(pieces.filter(({ type }) => type !== "added").map(({ value }) => value)).toEqual(before);
        expect(pieces.filter(({ type }) => type !== "removed").map(({ value }) => value)).toEqual(after);
      }),
    );
  });
});
