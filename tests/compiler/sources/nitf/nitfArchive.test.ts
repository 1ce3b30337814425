import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/sources/archives.ts";
import { nitfArchive } from "../../../../src/compiler/sources/nitf/nitfArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyCharacter } from "../withAnyValue.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/nitf", name, "source.xml"), "utf8");

archiveCases(nitfArchive);

test("a document is told from all other formats, and what holds one is not taken for one", () => {
  for (const name of ["agency", "newspaper", "text"])
    expect(archives.filter((each) => each.detects({ path: "a.xml", head: fixture(name) }))).toEqual([nitfArchive]);
  for (const head of ["<rss version='2.0'/>", "<newsItem><nitf></nitf></newsItem>", "<nitfs/>", '{"body":"<nitf>"}'])
    expect(nitfArchive.detects({ path: "a.xml", head }), head).toBe(false);
});

test.each(["agency", "newspaper", "text"])(
  "any character in the place of any other in %s ends in a story, a reason or an error",
  async (name) => {
    await fc.assert(
      fc.asyncProperty(withAnyCharacter(fixture(name)), async (changed) => {
        const { drafts, skipped, problems } = await readArchive(nitfArchive, "a.xml", changed);
        expect(drafts.length + skipped.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  },
);
