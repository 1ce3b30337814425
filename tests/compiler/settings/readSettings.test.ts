import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readSettings } from "../../../src/compiler/readSettings.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

async function read(json?: string) {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  folders.push(folder);
  if (json !== undefined) writeFileSync(join(folder, "edition.json"), json);
  return readSettings(folder);
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

test("every field at fault is a problem of its own, named by its path", async () => {
  const json = { name: "", language: "english please", timezone: "UTC", sections: [{ slug: "a b" }], trending: { days: 0 } };
  expect(await read(JSON.stringify(json))).toMatchObject({
    problems: [
      { severity: "error", file: "edition.json", place: "name", message: "name must not be empty." },
      { severity: "error", file: "edition.json", place: "language", message: "language must be a language tag such as en or pt-BR." },
      { severity: "error", file: "edition.json", place: "sections.0.slug", message: "sections.0.slug must be a slug, such as voyager-1." },
      { severity: "error", file: "edition.json", place: "sections.0.name", message: "sections.0.name is missing." },
      { severity: "error", file: "edition.json", place: "trending.days", message: expect.stringContaining("trending.days") },
      { severity: "error", file: "edition.json", place: "timezone", message: "timezone is not a setting that is known here." },
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
        message: "The settings are not JSON: Expected double-quoted property name.",
      },
    ],
  });
  expect(await read('{"a": [1,, 2]}')).toMatchObject({ problems: [{ place: "line 1, column 10" }] });
  expect(await read("")).toMatchObject({ problems: [{ place: "line 1, column 1" }] });
});
