import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import { coverageOf } from "#compiler/features/words/coverage.ts";
import { readPaperWords } from "#compiler/features/words/paperWords.ts";
import { readWords } from "#compiler/features/words/readWords.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { run } from "#prerender/runWords.ts";
import { parts } from "#reader/i18n/loadCatalogue.ts";
import type { Words } from "#reader/i18n/wordTypes.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

function aPaper(files: Record<string, string | object>): string {
  const content = temporaryFolder();
  mkdirSync(join(content, "words"));
  for (const [name, held] of Object.entries(files))
    writeFileSync(join(content, "words", name), typeof held === "string" ? held : JSON.stringify(held));
  return content;
}

/** What the pages of a paper say, and what was reported. */
function saidBy(files: Record<string, string | object>, language = "en"): { page: Words; problems: Problem[] } {
  const problems: Problem[] = [];
  const script = run(
    readWords(
      language,
      readPaperWords(aPaper(files), (problem) => problems.push(problem)),
    ).page,
  );
  return { page: script.default(parts), problems };
}

describe("a paper's own words", () => {
  it("stand in the place of the reader's, one by one", () => {
    const { page, problems } = saidBy({
      "en.json": { page: { latest: "Fresh off the press", stories: "{count, plural, =0 {none} one {a tale} other {# tales}}" } },
    });
    expect(problems).toEqual([]);
    expect([page.latest, page.menu]).toEqual(["Fresh off the press", "Menu"]);
    expect([0, 1, 1234].map((count) => page.stories(count))).toEqual(["none", "a tale", "1,234 tales"]);
  });

  it("may hold for one country alone", () => {
    const files = { "de.json": { page: { menu: "Übersicht", latest: "Neu" } }, "de-AT.json": { page: { latest: "Aktuell" } } };
    expect([saidBy(files, "de-AT").page.latest, saidBy(files, "de-AT").page.menu, saidBy(files, "de-CH").page.latest]).toEqual([
      "Aktuell",
      "Übersicht",
      "Neu",
    ]);
  });

  it("add a language, with English where it says nothing, by its rules of plurals", () => {
    const { page, problems } = saidBy(
      {
        "pl.json": {
          page: { menu: "Menu główne", stories: "{count, plural, one {# tekst} few {# teksty} many {# tekstów} other {# tekstu}}" },
        },
      },
      "pl",
    );
    expect(problems).toEqual([]);
    expect([page.menu, page.search]).toEqual(["Menu główne", "Search"]);
    expect([1, 3, 5].map((count) => page.stories(count))).toEqual(["1 tekst", "3 teksty", "5 tekstów"]);
    expect(page.newStories(1)).toBe("1 new story");
  });

  it("cannot become code", () => {
    const text = "`$'{alert(1)}'` \\ \" {name} </script>";
    expect(saidBy({ "en.json": { page: { newsOf: text } } }).page.newsOf("${1}")).toBe('`${alert(1)}` \\ " ${1} </script>');
    const hostile = saidBy({
      "en.json": { page: { newsOf: "{constructor, plural, other {x}}", stories: "{count, select, __proto__ {a} other {b}}" } },
    });
    expect(hostile.problems).toHaveLength(1);
    expect(hostile.page.stories(1)).toBe("b");
  });

  it.each([
    [
      "a name that there is not",
      { page: { latset: "New" } },
      { place: "page.latset", nearest: "latest" },
      "page.latset is not a sentence of the reader, so it is left out.",
    ],
    [
      "a part that there is not",
      { pages: {} },
      { place: "pages", nearest: "page" },
      "pages is not a sentence of the reader, so it is left out.",
    ],
    [
      "a name of every object",
      { page: { constructor: "x" } },
      { place: "page.constructor" },
      "page.constructor is not a sentence of the reader, so it is left out.",
    ],
    ["what is no text", { page: { latest: 7 } }, { place: "page.latest" }, "page.latest is not a text, so it is left out."],
    [
      "what is not ICU",
      { page: { newsOf: "News of {name" } },
      { place: "page.newsOf" },
      /^page\.newsOf is not a valid message of ICU MessageFormat \(.+\), so it is left out\.$/u,
    ],
    [
      "a form that the language has not",
      { page: { stories: "{count, plural, few {# x} other {# y}}" } },
      { place: "page.stories" },
      /few is not valid/u,
    ],
    [
      "another argument",
      { page: { newsOf: "News of {nmae}" } },
      { place: "page.newsOf", nearest: "name" },
      "page.newsOf uses {nmae}, which it is not given, so it is left out.",
    ],
    ["no argument", { page: { newsOf: "News" } }, { place: "page.newsOf" }, "page.newsOf does not use {name}, so it is left out."],
  ])("are left out where there is %s, and named", (_what, held, place, message) => {
    const { page, problems } = saidBy({ "en.json": held });
    expect(problems).toEqual([expect.objectContaining({ severity: "warning", file: "words/en.json", ...place })]);
    expect(problems[0]?.message).toMatch(message);
    expect([page.latest, page.newsOf("Ada"), page.stories(2)]).toEqual(["Latest", "Ada news", "2 stories"]);
  });

  it("are left out as a file that is no JSON, or of no language", () => {
    const { page, problems } = saidBy({ "en.json": '{ "page": {\n  "latest": "New",\n} }', "dutch.json": {} });
    expect(page.latest).toBe("Latest");
    expect(problems.map(({ file, place }) => [file, place])).toEqual([
      ["words/dutch.json", undefined],
      ["words/en.json", "line 3, column 1"],
    ]);
  });

  it("do not keep a paper from being built, and are named with their line", async () => {
    const content = aPaper({ "en.json": '{\n  "page": {\n    "latest": "New",\n    "manu": "Menu"\n  }\n}' });
    writeFileSync(join(content, "story.md"), "---\nheadline: A story\ndatePublished: 2024-04-22T06:00:00Z\n---\n\nText.\n");
    const { problems, counts, built } = await compile({ content, out: temporaryFolder(), url: "https://example.org/" });
    expect(counts.published).toBe(1);
    expect(built?.words.page).toContain('latest:"New"');
    expect(problems).toEqual([expect.objectContaining({ file: "words/en.json", line: 4, nearest: "menu" })]);
  });
});

it("what a build writes into stories is said in the words of the paper, in the language of each story", async () => {
  const content = aPaper({
    "fr.json": { blocks: { callout: { tip: "Le truc" } } },
    "fi.json": { blocks: { chart: { line: "Viivakaavio" } } },
  });
  const chart = "```chart\ndata: |\n  Year,Rain\n  2020,10\n  2021,12\n```";
  for (const language of ["fr", "fi", "nl"])
    writeFileSync(
      join(content, `${language}.md`),
      `---\nheadline: Story ${language}\ndatePublished: 2024-04-22T06:00:00Z\nlang: ${language}\n---\n> [!TIP]\n> Text.\n\n${chart}\n`,
    );
  const { built } = await compile({ content, out: temporaryFolder(), url: "https://example.org/" });
  const said = [...(built?.pages ?? [])].flatMap((page) => {
    const [callout, drawn] = page.kind === "article" ? page.value.article.body : [];
    return callout?.type === "callout" && drawn?.type === "chart" ? [`${plainText([{ ...callout, children: [] }])} | ${drawn.alt}`] : [];
  });
  expect(said.toSorted()).toEqual([
    "Le truc | Courbe. Rain\u00a0: 2020 10, 2021 12.",
    "Tip | Lijndiagram. Rain: 2020 10, 2021 12.",
    "Tip | Viivakaavio. Rain: 2020 10, 2021 12.",
  ]);
});

describe("the coverage of words", () => {
  it("counts what each language says, and what the paper adds", () => {
    const { languages, total } = coverageOf(
      aPaper({ "pl.json": { page: { menu: "Menu główne" } }, "nl.json": { page: { menu: "Overzicht" } } }),
    );
    const of = (tag: string) => languages.find(({ language }) => language === tag);
    expect(of("nl")).toEqual({ language: "nl", lacks: [], own: 1 });
    expect(of("pl")?.lacks).toHaveLength(total - 1);
    expect(languages.map(({ language }) => language)).toContain("ja");
  });
});
