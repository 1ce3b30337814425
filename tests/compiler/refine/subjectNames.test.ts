import { expect, test } from "vitest";
import { refineDrafts, refineOne } from "./refineDrafts.ts";

const SETTINGS = {
  sections: [{ name: "Science", slug: "science", aliases: ["Sci & Tech"] }],
  desks: [{ name: "Science desk", slug: "science-desk" }],
  people: [{ name: "Melody Kramer", slug: "melody-kramer", aliases: ["melody"] }],
  topics: [{ name: "Artificial intelligence", aliases: ["AI"] }],
  places: [{ name: "The Netherlands", slug: "netherlands" }],
};

test.each(["Science", "SCIENCE", " science ", "sci & tech", "Ｓcience"])("the section %j is the settings' Science", (name) => {
  expect(refineOne({ section: { name } }, SETTINGS).section).toEqual({ slug: "science", name: "Science" });
});

test("names, slugs and aliases of the settings lead to their spelling", () => {
  const article = refineOne({ topics: [{ name: "ai" }], places: [{ name: "netherlands" }, { name: "x", slug: "netherlands" }] }, SETTINGS);
  expect(article.topics).toEqual([{ slug: "artificial-intelligence", name: "Artificial intelligence" }]);
  expect(article.places).toEqual([{ slug: "netherlands", name: "The Netherlands" }]);
});

test("an author is a desk when the settings or the source say so, else a person", () => {
  const article = refineOne(
    { authors: [{ name: "science-desk" }, { name: "melody" }, { name: "Night desk", kind: "desk" }, { name: "Kit Marlow" }] },
    SETTINGS,
  );
  expect(article.authors).toEqual([
    { slug: "science-desk", name: "Science desk", kind: "desk" },
    { slug: "melody-kramer", name: "Melody Kramer", kind: "person" },
    { slug: "night-desk", name: "Night desk", kind: "desk" },
    { slug: "kit-marlow", name: "Kit Marlow", kind: "person" },
  ]);
});

test("without the settings, the most frequent spelling names all, and that is told", () => {
  const topics = (...names: string[]) => ({ topics: names.map((name) => ({ name })) });
  const { articles, messages } = refineDrafts([topics("open source"), topics("Open Source", "open-source"), topics("Open Source")]);
  expect(articles.map((article) => article.topics)).toEqual(
    Array.from({ length: 3 }, () => [{ slug: "open-source", name: "Open Source" }]),
  );
  expect(messages).toContain('The topic "Open Source" is also written "open source", "open-source"; all are listed under "Open Source".');
});

test("of spellings that are equally frequent, the first published names all", () => {
  const { articles } = refineDrafts([
    { file: "b.md", datePublished: "2024-01-02", places: [{ name: "THE HAGUE" }] },
    { file: "a.md", datePublished: "2024-01-01", places: [{ name: "The Hague" }] },
  ]);
  expect(new Set(articles.flatMap(({ places }) => places.map(({ name }) => name)))).toEqual(new Set(["The Hague"]));
});

test("names that differ in accents are two", () => {
  expect(refineOne({ places: [{ name: "Sao Tome" }, { name: "São Tomé" }] }).places).toHaveLength(2);
});

test("a name without a letter or digit has no address and is left out with a word", () => {
  const { articles, messages } = refineDrafts([{ topics: [{ name: "???" }, { name: "C++" }] }]);
  expect(articles[0]?.topics).toEqual([{ slug: "c-plus-plus", name: "C++" }]);
  expect(messages).toEqual(['The topic "???" has no letter or digit for an address; it was left out.']);
});

test("C, C++ and C# are three topics", () => {
  expect(refineOne({ topics: [{ name: "C" }, { name: "C++" }, { name: "C#" }] }).topics.map(({ slug }) => slug)).toEqual([
    "c",
    "c-plus-plus",
    "c-sharp",
  ]);
});

test("topics that differ in case, number or Unicode form are one, and that is told", () => {
  const names = ["Elections", "election", "ELECTIONS", "Cafe\u0301", "Caf\u00e9", "Arts & culture", "Arts and Culture", "Elections"];
  const { articles, messages } = refineDrafts(names.map((name) => ({ topics: [{ name }] })));
  expect([...new Set(articles.flatMap(({ topics }) => topics.map(({ slug, name }) => `${slug}: ${name}`)))]).toEqual([
    "elections: Elections",
    "café: Cafe\u0301",
    "arts-culture: Arts & culture",
  ]);
  expect(messages).toContain('The topic "Elections" is also written "election", "ELECTIONS"; all are listed under "Elections".');
});

test("a topic of the settings takes the others in, and two of the settings stay two", () => {
  const drafts = ["Robots", "robot", "robots"].map((name) => ({ topics: [{ name }] }));
  const named = (topics: object[]) => refineDrafts(drafts, { topics }).articles.map((article) => article.topics[0]?.name);
  expect(named([{ name: "Robot" }])).toEqual(["Robot", "Robot", "Robot"]);
  expect(named([{ name: "Robot" }, { name: "Robots" }])).toEqual(["Robots", "Robot", "Robots"]);
});

const topicsOf = (...names: string[]) => names.map((name) => ({ topics: [{ name }] }));

/** What is said of names that stand in one story alone. */
const slipsIn = (...given: Parameters<typeof refineDrafts>) =>
  refineDrafts(...given).problems.filter(({ message }) => message.startsWith("Only this story has the "));

test("a section is not to be named by itself, since those that are named are the whole menu", () => {
  const remedies = (name: "section" | "series") =>
    slipsIn(["Science", "Science", "Science", "Sciense"].map((each) => ({ [name]: { name: each } }))).map(({ remedy }) => remedy);
  expect(remedies("section")).toEqual(["If it is right, leave it; to be sure of all names, list all sections in edition.json."]);
  expect(remedies("series")).toEqual(["If it is right, name it in edition.json, and this notice goes away."]);
});

const THRICE = ["Shipyards", "Shipyards", "Shipyards"];

test.each(["Shipyrads", "Shipyads", "Shippyards", "Shipyerds"])(
  "a topic of one story that is a letter away from another is told: %s",
  (slip) => {
    const drafts = [...topicsOf(...THRICE), { file: "tram.md", topics: [{ name: slip }] }];
    expect(slipsIn(drafts)).toEqual([
      expect.objectContaining({
        severity: "notice",
        file: "tram.md",
        about: slip,
        message: `Only this story has the topic "${slip}".`,
        nearest: "Shipyards",
      }),
    ]);
    expect(refineDrafts(drafts).articles.at(-1)?.topics[0]?.name).toBe(slip);
  },
);

test("a name that the settings have is one that may be meant, and no slip itself", () => {
  const told = (topic: string, topics: object[]) => slipsIn(topicsOf(topic), { topics }).map(({ nearest }) => nearest);
  expect(told("Shipyrad", [{ name: "Shipyard" }])).toEqual(["Shipyard"]);
  expect(told("Shipyrad", [{ name: "Shipyard" }, { name: "Shipyrad" }])).toEqual([]);
});

test.each([
  ["two stories have it", [...THRICE, "Shipyrads", "Shipyrads"]],
  ["the other has but two", ["Shipyards", "Shipyards", "Shipyrads"]],
  ["it is short", ["Iran", "Iran", "Iran", "Iraq"]],
  ["it has a number", ["Budget 2024", "Budget 2024", "Budget 2024", "Budget 2025"]],
  ["it is two letters away", ["Harwich", "Harwich", "Harwich", "Norwich"]],
])("a name is no slip where %s", (_, names) => {
  expect(slipsIn(topicsOf(...names))).toEqual([]);
});

test.each([
  ["section", { section: { name: "Sciense" } }, { section: { name: "Science" } }],
  ["author", { authors: [{ name: "Ada Keene" }] }, { authors: [{ name: "Ada Keane" }] }],
  ["series", { series: { name: "The harbuor" } }, { series: { name: "The harbour" } }],
  ["place", { places: [{ name: "Ostmrak" }] }, { places: [{ name: "Ostmark" }] }],
])("a slip in a %s is told once", (kind, slip, right) => {
  const [, wrong] = [right, slip].map((each) => Object.values(each).flat()[0]?.name);
  expect(slipsIn([right, right, right, slip])).toMatchObject([
    { message: `Only this story has the ${kind} "${wrong}".`, nearest: Object.values(right).flat()[0]?.name },
  ]);
});

test.each([
  ["topics", "Custom", "Customs"],
  ["topics", "New", "News"],
  ["topics", "Physic", "Physics"],
  ["topics", "Clas", "Class"],
  ["topics", "Wale", "Wales"],
  ["places", "Well", "Wells"],
])("of %s, %s and %s are two", (kind, ...names) => {
  const article = refineOne({ [kind]: names.map((name) => ({ name })) });
  expect([...article.topics, ...article.places]).toHaveLength(2);
});

test("plurals are known in English alone", () => {
  expect(
    refineOne({ topics: [{ name: "Auto" }, { name: "Autos" }, { name: "Reise" }, { name: "Reises" }] }, { language: "de" }).topics,
  ).toHaveLength(4);
});

test("names that a program's own objects have are names like any other", () => {
  expect(refineOne({ topics: [{ name: "constructor" }, { name: "__proto__" }] }).topics.map(({ slug }) => slug)).toEqual([
    "constructor",
    "proto",
  ]);
});
