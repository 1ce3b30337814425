import { describe, expect, it } from "vitest";
import { LANGUAGES, ownWords } from "#compiler/features/words/ownWords.ts";
import { readMessage } from "#content/words/message.ts";
import type { Sentences, Words } from "#content/words/wordFiles.ts";
import { loadCatalogue } from "#reader/i18n/loadCatalogue.ts";
import { wordsIn } from "../../support/words.ts";

/** What reads the same in English, on purpose: words that both languages share, and names. */
const ALIKE: Record<string, string> = {
  it: "account.password blocks.game.quiz page.account page.bylineIn page.menu page.minutes page.podcast page.sizeLetter page.swatch",
  nl: "account.passkeys blocks.callout.tip blocks.game.quiz blocks.label.ai blocks.label.aiSystem blocks.label.satire discussion.boosts discussion.likes discussion.reposts page.account page.bylineIn page.contact page.contrast page.letters page.menu page.minutes page.podcast page.sepia page.sizeLetter page.swatch recordings.film recordings.transcript search.filters search.filtersSet",
  pt: "page.menu page.minutes page.normal page.podcast page.sizeLetter page.swatch",
  tr: "page.normal page.podcast page.sizeLetter page.swatch recordings.film",
  de: "account.passkeys blocks.game.quiz blocks.label.satire live.live page.automatic page.bylineIn page.normal page.pause page.podcast page.sepia page.sizeLetter page.swatch page.text recordings.film",
  es: "account.errorIn page.automatic page.errorCode page.minutes page.normal page.sepia page.sizeLetter page.swatch",
  ja: "blocks.label.ai",
  fr: "blocks.callout.important blocks.callout.note blocks.game.quiz blocks.label.opinion blocks.label.satire discussion.discussion library.options page.automatic page.citations page.contact page.menu page.minutes page.normal page.note page.notes page.page page.pageOf page.pages page.podcast page.sizeLetter page.swatch record.version search.pagesFound",
};

const english = ownWords("en");
const others = LANGUAGES.filter((language) => language !== "en");

/** Each sentence by where it stands. */
function sentences(words: Words | Sentences, place = ""): [name: string, said: string][] {
  return Object.entries(words).flatMap(([name, said]): [string, string][] =>
    typeof said === "string" ? [[place + name, said]] : sentences(said, `${place}${name}.`),
  );
}

const inEnglish = new Map(sentences(english));
const argumentsOf = (said: string, language: string) =>
  readMessage(said, language).arguments.toSorted((a, b) => (a.name < b.name ? -1 : 1));
const hasLetters = (said: string): boolean => /\p{L}/u.test(said.replaceAll(/\{\w+(?:, number)?\}/gu, ""));

describe.each(others)("the words of %s", (language) => {
  const all = sentences(ownWords(language));

  it("say everything that English says, and nothing else", () => {
    expect(all.map(([name]) => name).toSorted()).toEqual([...inEnglish.keys()].toSorted());
  });

  it("leave no English text standing by accident, and excuse none that is translated", () => {
    const alike = all.filter(([name, said]) => said === inEnglish.get(name) && hasLetters(said)).map(([name]) => name);
    expect(alike.toSorted()).toEqual((ALIKE[language] ?? "").split(" ").filter(Boolean).toSorted());
  });

  it("say each sentence with the arguments that it is given", () => {
    for (const [name, said] of all) {
      const given = argumentsOf(inEnglish.get(name) ?? "", "en");
      expect(
        argumentsOf(said, language).map((each) => each.name),
        name,
      ).toEqual(given.map((each) => each.name));
    }
  });

  it("have a form for each number that the language counts by", () => {
    const counts = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000];
    const { page, search, export: takeout, sync } = wordsIn(language);
    for (const say of [page.stories, page.newStories, search.mutedHits, takeout.cameIn, sync.waiting])
      for (const count of counts) expect(say(count)).not.toMatch(/undefined|NaN|#|\[object/u);
  });
});

describe("what a catalogue says of numbers", () => {
  const [en, fr, es, de, ar] = ["en", "fr", "es", "de", "ar"].map((language) => wordsIn(language).page);

  it("takes the form that the number asks for", () => {
    expect([0, 1, 2, 1234].map((count) => en?.stories(count))).toEqual(["0 stories", "1 story", "2 stories", "1,234 stories"]);
    expect([0, 1, 2, 1234].map((count) => fr?.stories(count))).toEqual(["0 article", "1 article", "2 articles", "1\u202f234 articles"]);
    expect([1, 2, 1234].map((count) => es?.stories(count))).toEqual(["1 artículo", "2 artículos", "1234 artículos"]);
    expect([1, 2, 1234].map((count) => de?.stories(count))).toEqual(["1 Artikel", "2 Artikel", "1.234 Artikel"]);
  });

  it("has all six forms of Arabic, by the last two digits", () => {
    expect([0, 1, 2, 3, 11, 100].map((count) => ar?.stories(count))).toEqual([
      "لا مقالات",
      "مقال واحد",
      "مقالان",
      "3 مقالات",
      "11 مقالاً",
      "100 مقال",
    ]);
    expect([103, 111, 102].map((count) => ar?.stories(count))).toEqual(["103 مقالات", "111 مقالاً", "102 مقال"]);
  });

  it("writes Latin digits in Arabic", () => {
    expect(ar?.number(1234567)).toBe("1,234,567");
  });
});

describe("what a catalogue says with names", () => {
  const [en, ar] = ["en", "ar"].map((language) => wordsIn(language).page);

  it("sets a name that runs the other way apart from the sentence", () => {
    expect(en?.newsOf("البنسلين")).toBe("\u2068البنسلين\u2069 news");
    expect(ar?.newsOf("C++")).toBe("أخبار \u2068C++\u2069");
  });

  it("sets it apart once where the sentence does so", () => {
    expect(wordsIn("ar").search.noticeValue("title")).toContain("\u2068title:\u2069");
  });

  it("leaves a name that runs with the sentence as it is", () => {
    expect(en?.newsOf("Børsen")).toBe("Børsen news");
    expect(ar?.newsOf("لندن")).toBe("أخبار لندن");
  });

  it("keeps French double signs with the word before them", () => {
    for (const [name, said] of sentences(ownWords("fr"))) expect(said, name).not.toMatch(/ [:;?!»]|« /u);
  });
});

describe("loadCatalogue", () => {
  const menuIn = async (language: string) => (await loadCatalogue(language)).menu;

  it("gives all countries of a language its one catalogue", async () => {
    expect(await menuIn("de-AT")).toBe("Menü");
    expect(await menuIn("AR")).toBe("القائمة");
  });

  it("gives English to a language that has no catalogue", async () => {
    for (const language of ["tlh", "", "constructor"]) expect(await menuIn(language)).toBe("Menu");
  });
});
