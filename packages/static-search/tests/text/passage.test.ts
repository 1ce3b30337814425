import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marks, passage } from "../../src/text/passage.ts";

const document =
  "The first paragraph says nothing of it. It goes on for a while, as first paragraphs do.\nFlights over 1,001 reefs of the Great Barrier Reef found bleaching on 73 per cent of them. The authority that looks after the park called it a mass bleaching event after surveys of the southern corals.\nA last line.";

function marked(text: string, words: string[]): string {
  return marks(text, new Set(words)).reduceRight(
    (all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
    text,
  );
}

describe("marks", () => {
  test("stand on the words as they are written", () => {
    expect(marked("Die BRÜCKE, die Brücken und l’été", ["brucke", "brucken", "ete"])).toBe("Die [BRÜCKE], die [Brücken] und l’[été]");
  });

  test("join pairs of characters that overlap", () => {
    expect(marked("ここは東京都です", ["東京", "京都"])).toBe("ここは[東京都]です");
  });

  test("take the article of an Arabic word with it", () => {
    expect(marked("في الكتاب شيء", ["كتاب"])).toBe("في [الكتاب] شيء");
  });
});

describe("a passage", () => {
  test("has the words that were found, near each other, from the beginning of a sentence or line", () => {
    const found = passage(document, new Set(["mass", "bleaching", "corals"]), 190);
    expect(found?.text).toContain("mass bleaching event after surveys of the southern corals");
    expect(found?.before).toBe(true);
    expect(found?.text).toMatch(/^The authority/u);
  });

  test("does not go over the end of a line", () => {
    expect(passage(document, new Set(["southern"]), 200)?.text).toMatch(/southern corals\.$/u);
  });

  test("is undefined without any of the words", () => {
    expect(passage(document, new Set(["volcano"]))).toBeUndefined();
  });

  test("is part of the text, with its marks inside, for any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("reef", " ", "a", "\n", ". ", "猫犬", "\ud83d\ude00", "x".repeat(90))),
        fc.integer({ min: 1, max: 300 }),
        (parts, length) => {
          const text = parts.join("");
          const found = passage(text, new Set(["reef", "猫犬"]), length);
          if (!found) return;
          expect(text).toContain(found.text);
          expect(found.marks.length).toBeGreaterThan(0);
          for (const { start, end } of found.marks) expect(end > start && end <= found.text.length).toBe(true);
        },
      ),
    );
  });
});
