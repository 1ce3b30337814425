import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/formats/archives.ts";
import { archiveNamed, readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyValue } from "../withAnyValue.ts";

const bbcArchive = archiveNamed("bbc");
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/bbc", name, "source.json"), "utf8");

archiveCases(bbcArchive);

test("both systems' stories, alone or in a list, are told from all other formats", () => {
  for (const text of [fixture("optimo"), fixture("cps"), `[${fixture("cps")}]`])
    expect(archives.filter((each) => each.detects({ path: "a.json", head: text }))).toEqual([bbcArchive]);
  for (const head of ['{"metadata":{},"content":{"blocks":[]}}', '{"id":"urn:bbc:x"}'])
    expect(bbcArchive.detects({ path: "a.json", head }), head).toBe(false);
});

test.each(["optimo", "cps"])(
  "any value in any field of %s ends in drafts and skipped items, never in a fault of the program",
  async (name) => {
    await fc.assert(
      fc.asyncProperty(withAnyValue(JSON.parse(fixture(name))), async (changed) => {
        const { drafts, skipped } = await readArchive(bbcArchive, "a.json", JSON.stringify(changed));
        expect(drafts.length + skipped.length > 0 || Array.isArray(changed)).toBe(true);
      }),
      { numRuns: 300 },
    );
  },
);

test("a leading picture that is not at hand leaves its caption in the text", async () => {
  const { drafts } = await readArchive(bbcArchive, "a.json", fixture("cps").replaceAll("bell.jpg", "missing.jpg"));
  expect(drafts[0]?.image).toBeUndefined();
  expect(JSON.stringify(drafts[0]?.body[0])).toContain("The bell before it was hung");
});
