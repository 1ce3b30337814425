import { beforeAll, describe, expect, test } from "vitest";
import { type PageSearch, searchOver, idsFor } from "../support/searchOver.ts";
import { archive, page } from "../support/inventedPages.ts";

let search: PageSearch;
beforeAll(() => {
  search = searchOver(archive);
});

const finds = async (query: string, slugs: string[]): Promise<void> => {
  expect((await idsFor(search, query)).toSorted()).toEqual(slugs.toSorted());
};

describe("a word finds", () => {
  test("its other forms", () => finds("bleached", ["reefs", "heat", "washing"]));
  test("forms that change a letter of the stem", () => finds("policies", ["heat", "washing"]));
  test("itself without accents, and with them", async () => {
    await finds("oresund", ["bruecke"]);
    await finds("Øresund", ["bruecke"]);
  });
  test("ß written as ss", () => finds("strasse", ["bruecke"]));
  test("its forms in a language that few documents are in", () => finds("événement", ["ecole"]));
  test("what stands after an elision", () => finds("ecole", ["ecole"]));
  test("an Arabic word with or without its article", async () => {
    await finds("عفن", ["penicillin"]);
    await finds("المدرسة", ["penicillin"]);
    await finds("مدرسه", ["penicillin"]);
  });
  test("Chinese characters inside a run, alone and together", async () => {
    await finds("東京", ["tokyo"]);
    await finds("京都は", ["tokyo"]);
    await finds("猫", ["tokyo"]);
    await finds("都京", []);
  });
  test("an abbreviation with or without points", () => finds("US", ["covid"]));
  test("words that only touch, one after another", async () => {
    await finds("covid-19", ["covid"]);
    await finds("data.gov", ["europol"]);
    await finds("gov.data", ["europol"]);
  });
  test("names of topics, places and authors of a document", () => finds("desk", ["reefs", "europol"]));
});

describe("a mistyped word", () => {
  test.each(["eurpol", "europool", "europal", "euroopl", "ueropol"])("%s finds its neighbour and says so", async (typo) => {
    const { hits, notices, suggestions } = await search.search(typo);
    expect(hits.map(({ document }) => document.id)).toEqual(["europol"]);
    expect(notices).toEqual([{ code: "corrected", from: typo, to: "europol" }]);
    expect(suggestions).toEqual(["europol"]);
  });

  test("is named as its neighbour is written", async () => {
    const { notices } = await search.search("brücje");
    expect(notices).toEqual([{ code: "corrected", from: "brücje", to: "brücke" }]);
  });

  test("of four letters or fewer is not corrected", async () => {
    expect((await search.search("pole")).notices).toEqual([{ code: "wordUnknown", word: "pole" }]);
  });

  test("that is left out is not corrected: it was meant", async () => {
    expect((await search.search("networks -eurpol")).hits).toHaveLength(1);
  });

  test("is only suggested when a document has it", async () => {
    const many = Array.from({ length: 40 }, (_, i) => page(`s${i}`, "A harbour", "The harbour."));
    const other = searchOver([...many, page("typo", "A harbuor", "Nothing.")]);
    const { hits, suggestions } = await other.search("harbuor");
    expect(hits.map(({ document }) => document.id)).toEqual(["typo"]);
    expect(suggestions).toEqual(["harbour"]);
  });
});

describe("while a word is being typed", () => {
  test("it finds what it may become", async () => {
    expect(await idsFor(search, "euro", { typing: true })).toEqual(["europol"]);
    expect(await idsFor(search, "coral blea", { typing: true })).toEqual(["reefs", "washing", "heat"]);
    expect(await idsFor(search, "blea*")).toHaveLength(3);
  });

  test("a word before it stays whole", async () => {
    expect((await search.search("euro ", { typing: true })).total).toBe(0);
  });

  test("words and subjects are suggested", async () => {
    expect((await search.suggest("coral ble")).queries).toEqual(["coral bleach", "coral bleaching"]);
    expect((await search.suggest("core")).values).toEqual([]);
    expect((await search.suggest("coral b")).values).toEqual([
      { facet: "topic", slug: "coral-bleaching", name: "Coral bleaching", count: 1 },
    ]);
    expect((await search.suggest("the neth")).values).toEqual([{ facet: "place", slug: "netherlands", name: "the Netherlands", count: 1 }]);
    expect((await search.suggest("oresu")).values[0]).toMatchObject({ slug: "øresund-link", name: "Øresund link" });
    expect((await search.suggest("Brüc")).queries[0]).toBe("brücke");
  });
});

test("synonyms of the publisher find each other", async () => {
  const synonyms = [
    ["linen", "laundry"],
    ["EU", "European Union"],
  ];
  const other = searchOver(archive, { synonyms });
  expect(await idsFor(other, "laundry")).toEqual(["washing"]);
  expect(await idsFor(other, "eu networks")).toEqual(["europol"]);
});
