import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { filesIn, temporaryFolder, writeFiles } from "../support/temporaryFolder.ts";

const story = (headline: string, fields = ""): string => `---\nheadline: ${headline}\ndatePublished: 2026-01-05\n${fields}---\nWords.\n`;

const PAPER = {
  "edition.json": JSON.stringify({ url: "https://post.example/", languages: { de: { name: "Die Post" } }, language: "en" }),
  "articles/tide.md": story("The tide"),
  "articles/ebb.md": story("The ebb"),
  "articles/flut.md": story("Die Flut", "lang: de\n"),
  "articles/offer.md": story("An offer", "sponsor: Acme\n"),
  "articles/later.md": story("A secret", "draft: true\n"),
};

const NOW = Date.parse("2026-01-20T00:00:00Z");

/** The front page of a paper with this file, and that of its German edition. */
async function front(mostRead: unknown, settings = {}) {
  const content = temporaryFolder();
  writeFiles(content, { ...PAPER, "edition.json": JSON.stringify({ ...JSON.parse(PAPER["edition.json"]), ...settings }) });
  writeFileSync(join(content, "most-read.json"), typeof mostRead === "string" ? mostRead : JSON.stringify(mostRead));
  const out = temporaryFolder();
  const { problems, nextChange } = await compile({ content, out, encode: false, now: NOW });
  const listIn = (file: string) => JSON.parse(filesIn(out).get(file) ?? "{}").mostRead;
  return { main: listIn("data/front.json"), german: listIn("data/de/front.json"), problems, nextChange };
}

const counted = (...paths: string[]) => ({
  from: "2026-01-08T00:00:03Z",
  to: "2026-01-14T23:00:00Z",
  stories: paths.map((path, place) => ({ path, opened: 90 - place })),
});

it("the front page of each edition lists its stories read most, without what is withheld, unknown or an advertisement", async () => {
  const file = counted(
    "/article/ebb",
    "/article/later",
    "/article/offer",
    "/de/article/flut",
    "/article/gone",
    "/topic/x",
    "/article/tide",
  );
  const { main, german, problems, nextChange } = await front(file);
  expect(main).toMatchObject({ from: file.from, to: file.to, stories: [{ headline: "The ebb" }, { headline: "The tide" }] });
  expect(german.stories).toMatchObject([{ headline: "Die Flut" }]);
  expect(problems.filter(({ file: of }) => of === "most-read.json")).toEqual([]);
  // The list disappears without a change of any file.
  expect(new Date(nextChange ?? 0).toISOString()).toBe("2026-01-22T23:00:00.000Z");
});

it("a list that was counted too long ago is left out, and the report says so", async () => {
  const { main, problems } = await front(counted("/article/ebb"), { mostRead: { maxAge: 5 } });
  expect(main).toBeUndefined();
  expect(problems.filter(({ file }) => file === "most-read.json")).toEqual([
    {
      severity: "warning",
      file: "most-read.json",
      place: "to",
      line: 1,
      column: 32,
      message: "The stories read most were counted more than 5 days ago, so the front page has no list of them.",
      remedy: "Write it anew with `broadsheet stats --most-read`, or remove the file.",
    },
  ]);
});

it.each([
  ["{", "a syntax error"],
  [{ ...counted("/article/ebb"), from: "2026-02-30T00:00:00Z" }, "a day that is none"],
  [{ ...counted(), stories: [{ path: "article/ebb", opened: 1 }] }, "a path that is none"],
  ["", "nothing in it"],
])("a file of the stories read most with a fault is left out and reported: %j (%s)", async (file, _fault) => {
  const { main, problems } = await front(file);
  expect(main).toBeUndefined();
  expect(problems.filter(({ file: of, severity }) => of === "most-read.json" && severity === "warning")).toHaveLength(1);
});

it("nothing is listed if none of the stories is published any more", async () => {
  const { main, problems } = await front(counted("/article/gone"));
  expect(main).toBeUndefined();
  expect(problems.filter(({ file }) => file === "most-read.json")).toEqual([]);
});
