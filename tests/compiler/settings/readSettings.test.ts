import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { locate } from "#compiler/reading/locate.ts";
import { readSettings } from "#compiler/settings/readSettings.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const read = (json?: string) => readFiles(json === undefined ? {} : { "edition.json": json });

async function readFiles(files: { [name: string]: string }) {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const settings = await readSettings(folder);
  return "problems" in settings ? { problems: await locate(settings.problems, folder) } : settings;
}

test("without the file, everything is as by default", async () => {
  expect(await read()).toMatchObject({
    settings: { name: "Broadsheet", language: "en", timeZone: "UTC", sections: [], trending: { days: 14, count: 7 } },
  });
});

test("what the file says is taken", async () => {
  const settings = { name: "The Tide", timeZone: "Europe/Amsterdam", sections: [{ name: "Science", aliases: ["Sci"] }] };
  expect(await read(JSON.stringify(settings))).toMatchObject({ settings });
});

test("a field at fault of a language is named by its path too", async () => {
  const json = { languages: { nl: { taglin: "Nieuws", sections: [{ slug: "a b", name: "A" }] }, "no language": {} } };
  const result = await read(JSON.stringify(json));
  expect("problems" in result && result.problems.map(({ place, nearest }) => [place, nearest])).toEqual([
    ["languages.nl.sections.0.slug", undefined],
    ["languages.no language", undefined],
    ["languages.nl.taglin", "tagline"],
  ]);
});

test("every field at fault is a problem of its own, named by its path", async () => {
  const json = { name: "", language: "english please", timezone: "UTC", sections: [{ slug: "a b" }], trending: { days: 0 } };
  expect(await read(JSON.stringify(json))).toMatchObject({
    problems: [
      { severity: "error", file: "edition.json", place: "name", message: "name must not be empty." },
      { severity: "error", file: "edition.json", place: "language", message: "language must be a language tag such as en or pt-BR." },
      { severity: "error", file: "edition.json", place: "sections.0.slug", message: "sections.0.slug must be a slug, such as voyager-1." },
      { severity: "error", file: "edition.json", place: "sections.0.name", message: "sections.0.name is missing." },
      { severity: "error", file: "edition.json", place: "trending.days", message: expect.stringContaining("trending.days") },
      { severity: "error", file: "edition.json", place: "timezone", message: "timezone is not a known setting." },
    ],
  });
});

test("a file that is no JSON gives line and column", async () => {
  expect(await read('{\n  "name": "The Tide",\n}')).toMatchObject({
    problems: [
      {
        severity: "error",
        file: "edition.json",
        place: "line 3, column 1",
        message: "This is not JSON: Expected double-quoted property name.",
      },
    ],
  });
  expect(await read('{"a": [1,, 2]}')).toMatchObject({ problems: [{ place: "line 1, column 10" }] });
  expect(await read("")).toMatchObject({ problems: [{ place: "line 1, column 1" }] });
});

const YAML = `# Of the harbour
name: The Tide
sections:
  - name: Science
    aliases: [Sci]
`;

const JSONC = `{
  // Of the harbour
  "name": "The Tide", /* "name": "twice" */
  "sections": [{ "name": "Science", "aliases": ["Sci"] }],
}
`;

test.each([
  ["edition.yaml", YAML],
  ["edition.yml", YAML],
  ["edition.jsonc", JSONC],
])("settings may stand in %s, with comments", async (name, text) => {
  expect(await readFiles({ [name]: text })).toMatchObject({
    settings: { name: "The Tide", sections: [{ name: "Science", aliases: ["Sci"] }] },
  });
  expect(await readFiles({ [name]: name.endsWith("c") ? "// Nothing yet" : "# Nothing yet" })).toMatchObject({
    settings: { name: "Broadsheet" },
  });
});

test.each([
  ["edition.yaml", "name: The Tide\nsections:\n  - slug: a b\n", { line: 3, column: 5 }],
  ["edition.jsonc", '{\n  // One section\n  "sections": [\n    { "name": "A", "slug": "a b" }\n  ],\n}', { line: 4, column: 20 }],
])("a field at fault in %s is named with its line", async (name, text, place) => {
  const { problems } = await readFiles({ [name]: text }).then((read) => ({ problems: [], ...read }));
  expect(problems[0]).toMatchObject({ file: name, message: "sections.0.slug must be a slug, such as voyager-1.", ...place });
});

test.each([
  ["edition.yaml", "name: The Tide\nsections: [", { line: 2 }, /^This is not YAML: /u],
  ["edition.yaml", "name: The Tide\nname: The Flood\n", { line: 2, column: 1 }, /^This is not YAML: Map keys must be unique\.$/u],
  ["edition.jsonc", '{\n  "name" "The Tide"\n}', { line: 2, column: 10 }, /^This is not JSON with comments: colon expected\.$/u],
  ["edition.jsonc", '{\n  "name": "A",\n  "name": "B"\n}', { line: 3 }, /^"name" appears twice/u],
])("%s that cannot be read gives the line", async (name, text, place, message) => {
  expect(await readFiles({ [name]: text })).toMatchObject({
    problems: [{ severity: "error", file: name, ...place, message: expect.stringMatching(message) }],
  });
});

test.each([
  ['{"members": []}', "members is a list but must have fields with names."],
  ["[]", "The file is a list but must have fields with names."],
])("a list where fields must be is said to be one: %s", async (text, message) => {
  const { problems } = await readFiles({ "edition.json": text }).then((read) => ({ problems: [], ...read }));
  expect(problems.map((each: { message: string }) => each.message)).toEqual([message]);
});

test("of two files of settings none is taken for the one that counts", async () => {
  expect(await readFiles({ "edition.json": "{}", "edition.yaml": "name: The Tide\n" })).toMatchObject({
    problems: [{ file: "edition.json", message: "edition.json and edition.yaml exist, but only one of them can be used." }],
  });
});
