import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/sources/archives.ts";
import { arcArchive } from "../../../../src/compiler/sources/arc/arcArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyValue } from "../withAnyValue.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/arc", name, "source.json"), "utf8");

archiveCases(arcArchive);

test("a story, a list, an answer and one in each line are told from all other formats and read alike", async () => {
  const story: unknown = JSON.parse(fixture("story"));
  const line = JSON.stringify(story);
  for (const text of [fixture("story"), `[${line},${line}]`, `{"content_elements":[${line}],"type":"results"}`, `${line}\n${line}\n`]) {
    expect(archives.filter((each) => each.detects({ path: "a.json", head: text }))).toEqual([arcArchive]);
    const { drafts } = await readArchive(arcArchive, "a.json", text);
    expect(drafts[0]?.headline).toBe("Cranes & storks move north");
  }
});

test.each(["story", "results"])(
  "any value in any field of %s ends in drafts and skipped items, never in a fault of the program",
  async (name) => {
    await fc.assert(
      fc.asyncProperty(withAnyValue(JSON.parse(fixture(name))), async (changed) => {
        const { drafts, skipped } = await readArchive(arcArchive, "a.json", JSON.stringify(changed));
        const isEmpty = Array.isArray(changed) || (typeof changed === "object" && changed !== null && name === "results");
        expect(drafts.length + skipped.length > 0 || isEmpty).toBe(true);
      }),
      { numRuns: 200 },
    );
  },
);
