import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/sources/archives.ts";
import { schemaOrgArchive } from "../../../../src/compiler/sources/schemaOrg/schemaOrgArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyValue } from "../withAnyValue.ts";

const fixture = (path: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/schema-org", path), "utf8");

archiveCases(schemaOrgArchive);

test("a list, a graph, an expanded document and lines are told from all other formats", () => {
  for (const path of ["list/source.json", "graph/source.json", "graph/source2.json", "lines/source.ndjson"])
    expect(archives.filter((each) => each.detects({ path: "a.json", head: fixture(path) }))).toEqual([schemaOrgArchive]);
  for (const head of ['{"headline":"x","body":"y"}', '{"@type":"Product","name":"Article"}', '{"@graph":[{"@type":"Person"}]}'])
    expect(schemaOrgArchive.detects({ path: "a.json", head }), head).toBe(false);
});

test("other kinds come along when they are asked for", async () => {
  const { drafts } = await readArchive(schemaOrgArchive, "a.json", fixture("list/source.json"), { types: ["Recipe"] });
  expect(drafts.find(({ headline }) => headline === "Pea soup")?.body).toHaveLength(1);
});

test.each(["list/source.json", "graph/source.json", "graph/source2.json"])(
  "any value in any field of %s ends in drafts and skipped items, never in a fault of the program",
  async (path) => {
    await fc.assert(
      fc.asyncProperty(withAnyValue(JSON.parse(fixture(path))), async (changed) => {
        const { drafts, skipped } = await readArchive(schemaOrgArchive, "a.json", JSON.stringify(changed));
        expect(drafts.length + skipped.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  },
);
