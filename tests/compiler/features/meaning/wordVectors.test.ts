import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { related } from "static-search/related";
import { wordVectors } from "#compiler/features/meaning/wordVectors.ts";
import type { VectorSettings } from "#compiler/settings/vectorSettings.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import { makeArticle } from "../../../support/makeArticle.ts";
import { searchOver } from "../../../support/searchOver.ts";
import { SMALL_DICTIONARY, smallVectors } from "../../../support/smallVectors.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

const STORIES = [
  makeArticle({ slug: "ship", headline: "The vessel leaves the harbour", standfirst: "A sailor and an anchor." }),
  makeArticle({ slug: "fire", headline: "Flames and smoke", standfirst: "The blaze was in the harbour." }),
  makeArticle({ slug: "space", headline: "A comet near the moon", standfirst: "The spacecraft is in orbit." }),
  makeArticle({ slug: "bread", headline: "The baker and the oven", standfirst: "Dough, flour." }),
  makeArticle({ slug: "schiff", headline: "Das Schiff im Hafen", standfirst: "Die Schiffe.", inLanguage: "de" }),
];

/** A content folder with word vectors in it. */
function folder(files: Record<string, string> = {}): string {
  const content = temporaryFolder();
  for (const [file, text] of Object.entries({ "en.vec": smallVectors(), "de-en": SMALL_DICTIONARY, ...files })) {
    mkdirSync(join(content, file, ".."), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  return content;
}

async function read(settings: VectorSettings, content = folder()) {
  const problems: Problem[] = [];
  const model = await wordVectors(content, settings, join(content, ".broadsheet"), (problem) => void problems.push(problem));
  return { model, problems, content };
}

async function ask(settings: VectorSettings, text: string, language = "en"): Promise<string[]> {
  const { model } = await read(settings);
  const search = searchOver(STORIES, {}, model);
  const hits = await search.byVectors((index) => related(index, text, language));
  return hits.map(({ document }) => document.slug);
}

const BOTH = { en: "en.vec", de: { dictionary: "de-en", into: "en" } };

describe("what is related in meaning", () => {
  test("has no word of the query, and the nearest is first", async () => {
    expect((await ask(BOTH, "freighter")).slice(0, 2).toSorted()).toEqual(["schiff", "ship"]);
    expect(await ask(BOTH, "astronaut rocket")).toEqual(["space"]);
    expect(await ask(BOTH, "cake recipe")).toEqual(["bread"]);
  });
  test("is nothing for words that nobody knows, and nothing for those that say nothing", async () => {
    expect(await ask(BOTH, "xyzzy qwerty")).toEqual([]);
    expect(await ask(BOTH, "")).toEqual([]);
  });
  test("is found in one language for a query in another, also by a compound and another form", async () => {
    expect((await ask(BOTH, "Bäcker", "de"))[0]).toBe("bread");
    expect((await ask(BOTH, "Brandrauch", "de")).slice(0, 1)).toEqual(["fire"]);
    expect(await ask(BOTH, "Schiffes", "de")).toEqual(expect.arrayContaining(["schiff", "ship"]));
  });
  test("is found where there is one story alone, and where all are about one thing", async () => {
    const { model } = await read(BOTH);
    const ships = [
      STORIES[0],
      makeArticle({ slug: "ferry", headline: "A ferry" }),
      makeArticle({ slug: "anchors", headline: "Sailor, anchor" }),
    ];
    for (const stories of [ships.slice(0, 1), ships].map((some) => some.filter((each) => each !== undefined))) {
      const hits = await searchOver(stories, {}, model).byVectors((index) => related(index, "freighter", "en"));
      expect(hits.map(({ document }) => document.slug).toSorted()).toEqual(stories.map(({ slug }) => slug).toSorted());
      expect(await searchOver(stories, {}, model).byVectors((index) => related(index, "oven", "en"))).toEqual([]);
    }
  });
  test("is not asked for where the index has no vectors", async () => {
    const search = searchOver(STORIES);
    expect((await search.search("harbour")).vectors).toBe(false);
    expect(await search.byVectors((index) => related(index, "freighter", "en"))).toEqual([]);
  });
  test("leaves what is found by words as it is", async () => {
    const { model } = await read(BOTH);
    const [without, having] = [searchOver(STORIES), searchOver(STORIES, {}, model)];
    for (const query of ["harbour", "vessel smoke", "freighter", "Hafen"]) {
      const { vectors: _no, ...words } = await without.search(query);
      const { vectors, ...both } = await having.search(query);
      expect(both).toEqual(words);
      expect(vectors).toBe(true);
    }
  });
});

describe("word vectors", () => {
  test("are read from JSON as a package has them, and by the name of the package", async () => {
    const vectors = Object.fromEntries(
      smallVectors()
        .split("\n")
        .slice(1, -1)
        .map((line) => line.split(" "))
        .map(([word = "", ...values]) => [word, [...values.map(Number), 1, 0]]),
    );
    const json = JSON.stringify({ dimensions: 8, words: Object.keys(vectors), vectors });
    const content = folder({
      "node_modules/small-vectors/package.json": '{ "name": "small-vectors", "main": "./v.json" }',
      "node_modules/small-vectors/v.json": json,
    });
    const [ofPackage, ofFile] = [await read({ en: "small-vectors" }, content), await read({ en: "en.vec" }, content)];
    expect(ofPackage.problems).toEqual([]);
    expect(ofPackage.model?.words).toEqual(ofFile.model?.words);
  });
  test("are the same when they come from the cache", async () => {
    const first = await read(BOTH);
    const again = await read(BOTH, first.content);
    expect(again.model?.words.map(({ word, weight }) => [word, weight])).toEqual(
      first.model?.words.map(({ word, weight }) => [word, weight]),
    );
    expect(again.model?.digest).toBe(first.model?.digest);
  });
  test("that are changed are read anew", async () => {
    const first = await read({ en: "en.vec" });
    writeFileSync(join(first.content, "en.vec"), `${smallVectors()}lighthouse 1 0 0 0 0 0 0 0\n`);
    const again = await read({ en: "en.vec" }, first.content);
    expect(again.model?.words.some(({ word }) => word === "lighthouse")).toBe(true);
  });
  test("are made anew where what was kept of them is cut off", async () => {
    const first = await read(BOTH);
    const kept = join(first.content, ".broadsheet/vectors", `${first.model?.digest}.bin`);
    writeFileSync(kept, readFileSync(kept).subarray(0, 900));
    const again = await read(BOTH, first.content);
    expect(again.problems).toEqual([]);
    expect(again.model).toEqual(first.model);
    expect(readFileSync(kept).length).toBeGreaterThan(900);
  });
  test("that cannot be read are reported by each build, while another language has some", async () => {
    const content = folder({ "nl.vec.gz": "not compressed", "fr.vec.gz": "" });
    writeFileSync(join(content, "fr.vec.gz"), gzipSync(smallVectors()).subarray(0, 60));
    const settings = { en: "en.vec", nl: "nl.vec.gz", fr: "fr.vec.gz" };
    for (const { model, problems } of [await read(settings, content), await read(settings, content)]) {
      expect(model?.languages).toEqual(["en"]);
      expect(problems.map(({ place }) => place)).toEqual(["search.vectors.nl", "search.vectors.fr"]);
      expect(problems[0]?.message).toContain("nl.vec.gz cannot be read: incorrect header check.");
      expect(problems[1]?.message).toContain("fr.vec.gz cannot be read: unexpected end of file.");
    }
  });
  test("are those of stories whose language has a region, and by a language that has one", async () => {
    const settings = { "en-GB": "en.vec", "de-AT": { dictionary: "de-en", into: "en-GB" } };
    expect((await read(settings)).problems).toEqual([]);
    expect((await ask(settings, "Bäcker", "de"))[0]).toBe("bread");
    const missing = await read({ "en-GB": "none.vec" });
    expect(missing.problems[0]?.place).toBe("search.vectors.en-GB");
  });
  test("may have words with a space, as some of GloVe's, and no module of Node's is taken for them", async () => {
    const content = folder({
      "spaces.txt": `${smallVectors()}. . . 1 0 0 0 0 0 0 0\nat name@domain.example 1 0 0 0 0 0 0 0\nlast 1 0 0 0 0 0 0 0\n`,
    });
    const { model, problems } = await read({ en: "spaces.txt", fr: "path" }, content);
    expect(model?.words.at(-1)?.word).toBe("last");
    expect(problems.map(({ place }) => place)).toEqual(["search.vectors.fr"]);
  });
  test.each([
    ["are not there", { en: "no-such-package" }, "search.vectors.en", "neither a file nor an installed package"],
    ["are something else", { en: "other.txt" }, "search.vectors.en", "not a word with its numbers"],
    ["are empty", { en: "empty.vec" }, "search.vectors.en", "contains no word vectors"],
    ["are JSON of another form", { en: "other.json" }, "search.vectors.en", "is not JSON with dimensions, words and vectors"],
    ["are a dictionary into nothing", { de: { dictionary: "de-en", into: "en" } }, "search.vectors.de", "which has no word vectors"],
    [
      "are a dictionary without a word that is known",
      { en: "en.vec", de: { dictionary: "other.txt", into: "en" } },
      "search.vectors.de",
      "has no line of the form",
    ],
  ])("that %s are reported with their place, and gone without", async (_how, settings, place, message) => {
    const content = folder({ "other.txt": "these are no vectors at all\n", "empty.vec": "", "other.json": '{ "a": 1 }' });
    const { model, problems } = await read(settings, content);
    expect(problems).toEqual([expect.objectContaining({ severity: "warning", file: "edition.json", place })]);
    expect(problems[0]?.message).toContain(message);
    expect(model?.languages ?? []).toEqual(Object.keys(settings).filter((language) => !place.endsWith(language)));
  });
});
