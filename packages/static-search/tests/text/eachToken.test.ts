import { describe, expect, test } from "vitest";
import { eachToken } from "../../src/text/tokens.ts";

/** The terms of a text, with what is not a plain word marked. */
function terms(text: string): string {
  const found: string[] = [];
  eachToken(text, (term, _start, _end, position, kind) =>
    found.push(kind === "word" ? `${term}@${position}` : `${term}@${position}/${kind}`),
  );
  return found.join(" ");
}

describe("words", () => {
  test("lose case and accents, in all ways of writing them", () => {
    expect(terms("ÉCOLE école e\u0301cole Ålesund Øresund Łódź")).toBe("ecole@0 ecole@1 ecole@2 alesund@3 oresund@4 lodz@5");
  });

  test("have ss for ß and i for the Turkish ı", () => {
    expect(terms("Straße İstanbul ISTANBUL ılık")).toBe("strasse@0 istanbul@1 istanbul@2 ilik@3");
  });

  test("lose the s of a possessive and the l of an elision", () => {
    expect(terms("Europol’s l'été don't")).toBe("europol@0 ete@1 don@2");
  });

  test("keep abbreviations and grouped numbers together", () => {
    expect(terms("the U.S. paid 268,000 of 1,500,000, e.g. 3.5 or 2,34")).toBe(
      "the@0 us@1 paid@2 268000@3 of@4 1500000@5 eg@6 3@7 5@8 or@9 2@10 34@11",
    );
  });

  test("are parted by hyphens and points", () => {
    expect(terms("covid-19 data.gov 18F")).toBe("covid@0 19@1 data@2 gov@3 18f@4");
  });

  test("of Indian scripts keep their vowel signs", () => {
    expect(terms("हिन्दी")).toBe(`${"हिन्दी".normalize("NFC")}@0`);
  });
});

describe("Arabic", () => {
  test("is read without vowels and stretching, with one form of each letter", () => {
    expect(terms("مُحَمَّد أحمد إلى مدرسة محـــمد")).toBe("محمد@0 احمد@1 الي@2 مدرسه@3 محمد@4");
  });

  test("stands also without article and conjunction, at the same place", () => {
    expect(terms("الكتاب والعفن قال")).toBe("الكتاب@0 كتاب@0/stripped والعفن@1 عفن@1/stripped قال@2");
  });

  test("has its digits as others write them", () => {
    expect(terms("٢٠٢٤")).toBe("2024@0");
  });
});

describe("scripts without spaces", () => {
  test("are cut into pairs, and the last character stands alone too", () => {
    expect(terms("東京都に")).toBe("東京@0/pair 京都@1/pair 都に@2/pair に@3/last");
  });

  test("keep the marks that are part of a letter", () => {
    expect(terms("ガラ")).toBe("ガラ@0/pair ラ@1/last");
  });

  test("may have characters beyond the basic plane", () => {
    expect(terms("𠀀𠀁")).toBe("𠀀𠀁@0/pair 𠀁@1/last");
  });

  test("end where words begin", () => {
    expect(terms("東京2024")).toBe("東京@0/pair 京@1/last 2024@2");
  });
});

test("offsets are those of the text itself", () => {
  const text = "Die Straße, 𠀀 und l’été.";
  const parts: string[] = [];
  eachToken(text, (_term, start, end) => parts.push(text.slice(start, end)));
  expect(parts).toEqual(["Die", "Straße", "𠀀", "und", "été"]);
});

test("a word that never ends is cut", () => {
  expect(terms("x".repeat(5000))).toBe(`${"x".repeat(64)}@0`);
});
