import { describe, expect, it } from "vitest";
import { accountAr } from "#reader/i18n/catalogues/account/ar.ts";
import { accountDe } from "#reader/i18n/catalogues/account/de.ts";
import { accountEn } from "#reader/i18n/catalogues/account/en.ts";
import { accountEs } from "#reader/i18n/catalogues/account/es.ts";
import { accountFr } from "#reader/i18n/catalogues/account/fr.ts";
import { ar } from "#reader/i18n/catalogues/ar.ts";
import { de } from "#reader/i18n/catalogues/de.ts";
import { en } from "#reader/i18n/catalogues/en.ts";
import { es } from "#reader/i18n/catalogues/es.ts";
import { fr } from "#reader/i18n/catalogues/fr.ts";
import { highlightsAr } from "#reader/i18n/catalogues/highlights/ar.ts";
import { highlightsDe } from "#reader/i18n/catalogues/highlights/de.ts";
import { highlightsEn } from "#reader/i18n/catalogues/highlights/en.ts";
import { highlightsEs } from "#reader/i18n/catalogues/highlights/es.ts";
import { highlightsFr } from "#reader/i18n/catalogues/highlights/fr.ts";
import { libraryAr } from "#reader/i18n/catalogues/library/ar.ts";
import { libraryDe } from "#reader/i18n/catalogues/library/de.ts";
import { libraryEn } from "#reader/i18n/catalogues/library/en.ts";
import { libraryEs } from "#reader/i18n/catalogues/library/es.ts";
import { libraryFr } from "#reader/i18n/catalogues/library/fr.ts";
import { searchAr } from "#reader/i18n/catalogues/search/ar.ts";
import { searchDe } from "#reader/i18n/catalogues/search/de.ts";
import { searchEn } from "#reader/i18n/catalogues/search/en.ts";
import { searchEs } from "#reader/i18n/catalogues/search/es.ts";
import { searchFr } from "#reader/i18n/catalogues/search/fr.ts";
import { slotsAr } from "#reader/i18n/catalogues/slots/ar.ts";
import { slotsDe } from "#reader/i18n/catalogues/slots/de.ts";
import { slotsEn } from "#reader/i18n/catalogues/slots/en.ts";
import { slotsEs } from "#reader/i18n/catalogues/slots/es.ts";
import { slotsFr } from "#reader/i18n/catalogues/slots/fr.ts";
import { syncAr } from "#reader/i18n/catalogues/sync/ar.ts";
import { syncDe } from "#reader/i18n/catalogues/sync/de.ts";
import { syncEn } from "#reader/i18n/catalogues/sync/en.ts";
import { syncEs } from "#reader/i18n/catalogues/sync/es.ts";
import { syncFr } from "#reader/i18n/catalogues/sync/fr.ts";
import { exportAr } from "#reader/i18n/catalogues/export/ar.ts";
import { exportDe } from "#reader/i18n/catalogues/export/de.ts";
import { exportEn } from "#reader/i18n/catalogues/export/en.ts";
import { exportEs } from "#reader/i18n/catalogues/export/es.ts";
import { exportFr } from "#reader/i18n/catalogues/export/fr.ts";
import { loadCatalogue } from "#reader/i18n/loadCatalogue.ts";

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
  fr: "number pageTitle otherLetters minutes menu notes note citations pages page pageOf automatic swatch sizeLetter normal withCount options facet contact".split(
    " ",
  ),
};

const catalogues: Record<string, object> = {
  ar: { ...ar, ...searchAr, ...accountAr, ...libraryAr, marks: highlightsAr, takeout: exportAr, sync: syncAr, slots: slotsAr },
  de: { ...de, ...searchDe, ...accountDe, ...libraryDe, marks: highlightsDe, takeout: exportDe, sync: syncDe, slots: slotsDe },
  es: { ...es, ...searchEs, ...accountEs, ...libraryEs, marks: highlightsEs, takeout: exportEs, sync: syncEs, slots: slotsEs },
  fr: { ...fr, ...searchFr, ...accountFr, ...libraryFr, marks: highlightsFr, takeout: exportFr, sync: syncFr, slots: slotsFr },
};
const inEnglish = { ...en, ...searchEn, ...accountEn, ...libraryEn, marks: highlightsEn, takeout: exportEn, sync: syncEn, slots: slotsEn };

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
    for (const [key, text] of texts({ ...fr, ...libraryFr, marks: highlightsFr, takeout: exportFr, sync: syncFr, slots: slotsFr }))
      expect(text, key).not.toMatch(/ [:;?!»]|« /u);
  });
});

describe("loadCatalogue", () => {
  it("gives all countries of a language its one catalogue", async () => {
    expect(await loadCatalogue("de-AT")).toBe(de);
    expect(await loadCatalogue("AR")).toBe(ar);
  });

  it("gives English to a language that has no catalogue", async () => {
    expect(await loadCatalogue("tlh")).toBe(en);
    expect(await loadCatalogue("")).toBe(en);
    expect(await loadCatalogue("constructor")).toBe(en);
  });
});
