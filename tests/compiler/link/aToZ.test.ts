import { describe, expect, it } from "vitest";
import type { IndexPage } from "#content/pages/indexPage.ts";
import { letterIn } from "#compiler/link/letterOf.ts";
import { linked, pageAt, pagesOf } from "../../support/linked.ts";
import { makeArticle, makeArticles, ref } from "../../support/makeArticle.ts";

const topicsIn = (names: string[], language = "en"): IndexPage =>
  pageAt("index", "/topics", linked([makeArticle({ topics: names.map(ref) })], { language }));
const shape = ({ letters }: IndexPage): [string, string[]][] => letters.map(({ letter, names }) => [letter, names.map(({ name }) => name)]);

describe("the A to Z", () => {
  it("puts names under their letters, and those that start with none under # at the end", () => {
    expect(shape(topicsIn(["Venice", "3D printing", "Europol", "Volcanoes", "@Large"]))).toEqual([
      ["E", ["Europol"]],
      ["V", ["Venice", "Volcanoes"]],
      ["#", ["@Large", "3D printing"]],
    ]);
  });

  it("ignores a leading “The”, in English only", () => {
    expect(shape(topicsIn(["The Hague", "Helsinki", "Theatre"]))).toEqual([
      ["H", ["The Hague", "Helsinki"]],
      ["T", ["Theatre"]],
    ]);
    expect(shape(topicsIn(["The Hague"], "nl"))).toEqual([["T", ["The Hague"]]]);
  });

  it("sorts accents and case as the language does", () => {
    expect(shape(topicsIn(["Zürich", "école", "Ebola", "Édith Piaf", "eclipse"], "fr"))).toEqual([
      ["E", ["Ebola", "eclipse", "école", "Édith Piaf"]],
      ["Z", ["Zürich"]],
    ]);
  });

  it("shows the 24 most frequent names of a letter in alphabetical order, and the rest on the letter's own page", () => {
    const names = Array.from({ length: 30 }, (_, n) => `M${String(n).padStart(2, "0")}`);
    const articles = makeArticles(2, (index) => ({ topics: (index === 0 ? names : names.slice(6)).map(ref) }));
    const edition = linked(articles);
    const [letter] = pageAt("index", "/topics", edition).letters;
    expect(letter?.names.map(({ name }) => name)).toEqual(names.slice(6));
    expect(letter?.more).toBe(6);
    expect(letter?.names[0]?.count).toBe(2);
    const own = pageAt("index", "/topics/m", edition);
    expect(own).toMatchObject({ letter: "M", letters: [{ letter: "M", slug: "m", more: 0 }] });
    expect(own.letters[0]?.names.map(({ name }) => name)).toEqual(names);
  });

  it("gives a letter no page of its own if the overview shows all of its names", () => {
    expect([...pagesOf("index", linked([makeArticle({ topics: [ref("Mars")] })])).keys()]).toEqual(["/topics", "/places"]);
  });

  it("divides a letter with more than 300 names by their first letters, as far as it takes, and loses none", () => {
    const two = [..."aeiou"].flatMap((vowel) => Array.from({ length: 60 }, (_, n) => `M${vowel}${(n + 10).toString(26)}`));
    const long = Array.from({ length: 320 }, (_, n) => `International ${String.fromCodePoint(97 + (n % 26))}${n}`);
    const edition = linked([makeArticle({ topics: [...two, "Mars", ...long].map(ref) })]);
    const pages = pagesOf("index", edition);
    expect(pageAt("index", "/topics/m", edition).letters.map(({ letter, slug, more }) => [letter, slug, more])).toEqual([
      ["Ma", "ma", 37],
      ["Me", "me", 36],
      ["Mi", "mi", 36],
      ["Mo", "mo", 36],
      ["Mu", "mu", 36],
    ]);
    expect(pageAt("index", "/topics/ma", edition)).toMatchObject({ letter: "Ma", letters: [{ more: 0 }] });
    expect(pageAt("index", "/topics/i", edition).letters[0]).toMatchObject({ letter: "Internationala", names: { length: 13 } });
    const shownNames = [...pages.values()].flatMap(({ letters }) => letters.map(({ names }) => names.length));
    expect(Math.max(...shownNames)).toBeLessThanOrEqual(300);
    const all = new Set([...pages.values()].flatMap(({ letters }) => letters.flatMap(({ names }) => names.map(({ name }) => name))));
    expect(all.size).toBe(two.length + 1 + long.length);
  });

  it("calls the page of names without a letter 0-9", () => {
    const names = Array.from({ length: 25 }, (_, n) => `${1900 + n}`);
    expect(pageAt("index", "/places/0-9", linked([makeArticle({ places: names.map(ref) })])).letter).toBe("#");
  });
});

describe("the letter of a name", () => {
  it.each([
    ["en", "Érin", "E"],
    ["en", "Ørsted", "O"],
    ["en", "Łódź", "L"],
    ["en", "“Quoted”", "Q"],
    ["de", "Ärzte", "A"],
    ["de", "ß", "S"],
    ["sv", "Åland", "Å"],
    ["da", "Ørsted", "Ø"],
    ["en", "Ωmega", "Ω"],
    ["el", "Άρης", "Α"],
    ["ru", "Йошкар-Ола", "Й"],
    ["ar", "أوروبا", "ا"],
    ["ja", "東京", "東"],
    ["en", "7 July", "#"],
    ["en", "$", "#"],
    ["en", "", "#"],
  ])("in %s, %s stands under %s", (language, name, letter) => {
    expect(letterIn(language)(name).letter).toBe(letter);
  });

  it("is the same for a name in composed and decomposed form", () => {
    expect(letterIn("sv")("Åland".normalize("NFD"))).toEqual(letterIn("sv")("Åland"));
  });
});
