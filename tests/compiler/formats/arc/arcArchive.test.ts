import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/formats/archives.ts";
import { archiveNamed, readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyValue } from "../withAnyValue.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/arc", name, "source.json"), "utf8");

const arcArchive = archiveNamed("arc");

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

test("a part of a text that is for print alone is left out and reported", async () => {
  const texts = [["All"], ["Page 3", "print"], ["Web", "print", "web"]].map(([content, ...channels]) => ({
    type: "text",
    content,
    channels,
  }));
  const story = { type: "story", headlines: { basic: "Cranes" }, content_elements: texts };
  const { drafts, problems } = await readArchive(arcArchive, "a.json", JSON.stringify(story));
  expect(JSON.stringify(drafts[0]?.body).match(/"text":"\w+/gu)).toEqual(['"text":"All', '"text":"Web']);
  expect(problems).toMatchObject([{ message: "An element was left out, since it is not for the web (channels: print)." }]);
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
