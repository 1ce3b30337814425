import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/sources/archives.ts";
import { guardianArchive } from "../../../../src/compiler/sources/guardian/guardianArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyValue } from "../withAnyValue.ts";

const SEARCH = readFileSync(join(import.meta.dirname, "../../../fixtures/guardian/search/source.json"), "utf8");

archiveCases(guardianArchive);

test("a search, one item and several answers in a list are told from all other formats and read alike", async () => {
  const { response } = JSON.parse(SEARCH);
  const [content] = response.results;
  for (const answer of [{ response }, { response: { content } }, [{ response }, { response }], content]) {
    const text = JSON.stringify(answer);
    expect(archives.filter((each) => each.detects({ path: "a.json", head: text }))).toEqual([guardianArchive]);
    const { drafts } = await readArchive(guardianArchive, "a.json", text);
    expect(drafts[0]?.headline).toBe("Cranes move north");
  }
});

test("any value in any field ends in drafts and skipped items, never in a fault of the program", async () => {
  await fc.assert(
    fc.asyncProperty(withAnyValue(JSON.parse(SEARCH).response.results), async (changed) => {
      const { drafts, skipped } = await readArchive(guardianArchive, "a.json", JSON.stringify(changed));
      expect(drafts.length + skipped.length > 0 || (Array.isArray(changed) && changed.length === 0)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
