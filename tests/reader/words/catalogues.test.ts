import { describe, expect, it } from "vitest";
import { accountAr } from "#reader/words/account/ar.ts";
import { accountDe } from "#reader/words/account/de.ts";
import { accountEn } from "#reader/words/account/en.ts";
import { accountEs } from "#reader/words/account/es.ts";
import { accountFr } from "#reader/words/account/fr.ts";
import { ar } from "#reader/words/ar.ts";
import { de } from "#reader/words/de.ts";
import { en } from "#reader/words/en.ts";
import { es } from "#reader/words/es.ts";
import { fr } from "#reader/words/fr.ts";
import { highlightsAr } from "#reader/words/highlights/ar.ts";
import { highlightsDe } from "#reader/words/highlights/de.ts";
import { highlightsEn } from "#reader/words/highlights/en.ts";
import { highlightsEs } from "#reader/words/highlights/es.ts";
import { highlightsFr } from "#reader/words/highlights/fr.ts";
import { libraryAr } from "#reader/words/library/ar.ts";
import { libraryDe } from "#reader/words/library/de.ts";
import { libraryEn } from "#reader/words/library/en.ts";
import { libraryEs } from "#reader/words/library/es.ts";
import { libraryFr } from "#reader/words/library/fr.ts";
import { searchAr } from "#reader/words/search/ar.ts";
import { searchDe } from "#reader/words/search/de.ts";
import { searchEn } from "#reader/words/search/en.ts";
import { searchEs } from "#reader/words/search/es.ts";
import { searchFr } from "#reader/words/search/fr.ts";
import { syncAr } from "#reader/words/sync/ar.ts";
import { syncDe } from "#reader/words/sync/de.ts";
import { syncEn } from "#reader/words/sync/en.ts";
import { syncEs } from "#reader/words/sync/es.ts";
import { syncFr } from "#reader/words/sync/fr.ts";
import { takeoutAr } from "#reader/words/takeout/ar.ts";
import { takeoutDe } from "#reader/words/takeout/de.ts";
import { takeoutEn } from "#reader/words/takeout/en.ts";
import { takeoutEs } from "#reader/words/takeout/es.ts";
import { takeoutFr } from "#reader/words/takeout/fr.ts";
import { wordsFor } from "#reader/words/wordsFor.ts";

/** What reads the same in English, on purpose: names of things that both languages share, and texts that are all number, sign or name. */
const ALIKE: Record<string, string[]> = {
  ar: ["number", "pageTitle", "otherLetters", "letter", "withCount"],
  de: [
    "number",
    "pageTitle",
    "otherLetters",
    "letter",
    "text",
    "automatic",
    "sepia",
    "swatch",
    "sizeLetter",
    "normal",
    "pause",
    "size",
    "withCount",
    "passkeys",
    "facet",
  ],
  es: [
    "number",
    "pageTitle",
    "otherLetters",
    "letter",
    "minutes",
    "errorCode",
    "automatic",
    "sepia",
    "swatch",
    "sizeLetter",
    "normal",
    "size",
    "withCount",
    "facet",
    "errorIn",
  ],
  fr: "number pageTitle otherLetters minutes menu notes note citations pages page pageOf automatic swatch sizeLetter normal withCount options facet".split(
    " ",
  ),
};

const catalogues: Record<string, object> = {
  ar: { ...ar, ...searchAr, ...accountAr, ...libraryAr, marks: highlightsAr, takeout: takeoutAr, sync: syncAr },
  de: { ...de, ...searchDe, ...accountDe, ...libraryDe, marks: highlightsDe, takeout: takeoutDe, sync: syncDe },
  es: { ...es, ...searchEs, ...accountEs, ...libraryEs, marks: highlightsEs, takeout: takeoutEs, sync: syncEs },
  fr: { ...fr, ...searchFr, ...accountFr, ...libraryFr, marks: highlightsFr, takeout: takeoutFr, sync: syncFr },
};
const inEnglish = { ...en, ...searchEn, ...accountEn, ...libraryEn, marks: highlightsEn, takeout: takeoutEn, sync: syncEn };

/** Each text by its key. A function's arguments are numbers that pass for names as well. */
function texts(words: object): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === "object") return texts(value).map(([inner, text]) => [`${key}.${inner}`, text]);
    const said: unknown = typeof value === "function" ? Reflect.apply(value, undefined, Array(value.length).fill(7)) : value;
    return [[key, String(said)]];
  });
}

describe.each(Object.entries(catalogues))("the catalogue %s", (language, words) => {
  it("leaves no English text standing by accident", () => {
    const english = new Map(texts(inEnglish));
    const alike = texts(words).filter(([key, text]) => english.get(key) === text);
    expect(alike.map(([key]) => key).filter((key) => !ALIKE[language]?.includes(key))).toEqual([]);
  });

  it("excuses no text that is translated", () => {
    const english = new Map(texts(inEnglish));
    const own = texts(words).filter(([key, text]) => english.get(key) !== text);
    expect(own.map(([key]) => key).filter((key) => ALIKE[language]?.includes(key))).toEqual([]);
  });

  it("says everything, with each of its values in it", () => {
    for (const [key, text] of texts(words)) {
      expect(text.trim(), key).not.toBe("");
      expect(text, key).not.toMatch(/undefined|NaN|#|\[object/u);
    }
  });
});

describe("what a catalogue says of numbers", () => {
  it("takes the form that the number asks for", () => {
    expect([0, 1, 2, 1234].map(en.stories)).toEqual(["0 stories", "1 story", "2 stories", "1,234 stories"]);
    expect([0, 1, 2, 1234].map(fr.stories)).toEqual(["0 article", "1 article", "2 articles", "1\u202f234 articles"]);
    expect([1, 2, 1234].map(es.stories)).toEqual(["1 artículo", "2 artículos", "1234 artículos"]);
    expect([1, 2, 1234].map(de.morePlaces)).toEqual(["sowie 1 weiterer Ort", "sowie 2 weitere Orte", "sowie 1.234 weitere Orte"]);
  });

  it("has all six forms of Arabic", () => {
    expect([0, 1, 2, 3, 11, 100].map(ar.stories)).toEqual(["لا مقالات", "مقال واحد", "مقالان", "3 مقالات", "11 مقالاً", "100 مقال"]);
    expect([0, 1, 2, 3, 11, 100].map(ar.minutesRead)).toEqual([
      "قراءة أقل من دقيقة",
      "دقيقة قراءة",
      "دقيقتا قراءة",
      "3 دقائق قراءة",
      "11 دقيقة قراءة",
      "100 دقيقة قراءة",
    ]);
  });

  it("counts by the last two digits in Arabic", () => {
    expect([103, 111, 102].map(ar.stories)).toEqual(["103 مقالات", "111 مقالاً", "102 مقال"]);
  });

  it("writes Latin digits in Arabic", () => {
    expect(ar.number(1234567)).toBe("1,234,567");
  });
});

describe("what a catalogue says with names", () => {
  it("sets a name that runs the other way apart from the sentence", () => {
    expect(en.newsOf("البنسلين")).toBe("\u2068البنسلين\u2069 news");
    expect(ar.newsOf("C++")).toBe("أخبار \u2068C++\u2069");
  });

  it("leaves a name that runs with the sentence as it is", () => {
    expect(en.newsOf("Børsen")).toBe("Børsen news");
    expect(ar.newsOf("لندن")).toBe("أخبار لندن");
  });

  it("keeps French double signs with the word before them", () => {
    for (const [key, text] of texts({ ...fr, ...libraryFr, marks: highlightsFr, takeout: takeoutFr, sync: syncFr }))
      expect(text, key).not.toMatch(/ [:;?!»]|« /u);
  });
});

describe("wordsFor", () => {
  it("gives all countries of a language its one catalogue", async () => {
    expect(await wordsFor("de-AT")).toBe(de);
    expect(await wordsFor("AR")).toBe(ar);
  });

  it("gives English to a language that has no catalogue", async () => {
    expect(await wordsFor("tlh")).toBe(en);
    expect(await wordsFor("")).toBe(en);
    expect(await wordsFor("constructor")).toBe(en);
  });
});
