import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import type { Problem } from "../../../src/compiler/draft/problem.ts";
import { SettingsSchema } from "../../../src/compiler/settings/settings.ts";
import { readDrafts } from "../../../src/compiler/reading/readDrafts.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");

// Each case is a content folder; its expected.json says what must come out, problems included.
for (const format of ["markdown", "article"]) {
  for (const name of readdirSync(join(FIXTURES, format))) {
    test(`${format}/${name} comes out as its expected.json says`, async () => {
      const source = join(FIXTURES, format, name);
      const folder = temporaryFolder();
      // What is expected is no part of the content.
      cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith("expected.json") });
      const problems: Problem[] = [];
      const { drafts, read, skipped } = await readDrafts(folder, v.parse(SettingsSchema, {}), (problem) => problems.push(problem));
      const reading: unknown = JSON.parse(JSON.stringify({ drafts, skipped, problems }));
      if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(join(source, "expected.json"), `${JSON.stringify(reading, null, 2)}\n`);
      expect(reading).toEqual(JSON.parse(readFileSync(join(source, "expected.json"), "utf8")));
      expect(read).toBe(drafts.length + skipped.length);
    });
  }
}
