import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ninjsArchive } from "../../../../src/compiler/sources/ninjs/ninjsArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyValue } from "../withAnyValue.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/ninjs", name, "source.json"), "utf8");

archiveCases(ninjsArchive);

test("a picture comes along as a story of its own when pictures are asked for", async () => {
  const { drafts } = await readArchive(ninjsArchive, "items.json", fixture("list"), { types: ["picture"] });
  expect(drafts.find(({ id }) => id === "urn:8")).toMatchObject({
    headline: "A picture",
    image: { url: "https://p.example.com/8.jpg" },
    held: undefined,
  });
});

test("the release of an item without one is that of its folder", async () => {
  const item = JSON.stringify({ uri: "urn:x", type: "component" });
  const severities = async (path: string) => (await readArchive(ninjsArchive, path, item)).problems.map(({ severity }) => severity);
  expect(await severities("1.1/item.json")).toEqual(["error"]);
  expect(await severities("1.2/item.json")).toEqual([]);
  expect(await severities("item.json")).toEqual([]);
});

test.each(["version1", "version2", "version3", "list"])(
  "any value in any field of %s ends in drafts and skipped items, never in a fault of the program",
  async (name) => {
    await fc.assert(
      fc.asyncProperty(withAnyValue(JSON.parse(fixture(name))), async (changed) => {
        const { drafts, skipped } = await readArchive(ninjsArchive, "items.json", JSON.stringify(changed));
        const isEmpty = Array.isArray(changed) && changed.length === 0;
        expect(drafts.length + skipped.length > 0 || isEmpty || name === "list").toBe(true);
      }),
      { numRuns: 200 },
    );
  },
);

const REAL = join(import.meta.dirname, "../../../../../shared/corpora/ninjs");
const inFolder = (folder: string) =>
  readdirSync(join(REAL, folder), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
const suite = existsSync(REAL) ? inFolder("validation/test_suite").map((path) => path.replaceAll("\\", "/")) : [];

describe.skipIf(suite.length === 0)("the standard's own test suite", () => {
  const errorsIn = async (path: string) => {
    const { problems } = await readArchive(ninjsArchive, path, readFileSync(join(REAL, "validation/test_suite", path), "utf8"));
    return problems.filter(({ severity }) => severity === "error").map(({ place, message }) => `${place ?? ""}: ${message}`);
  };
  test.each(suite.filter((path) => path.includes("/should_pass/")))("%s passes", async (path) => {
    expect(await errorsIn(path)).toEqual([]);
  });
  test.each(suite.filter((path) => path.includes("/should_fail/")))("%s is reported", async (path) => {
    expect(await errorsIn(path)).not.toEqual([]);
  });
  test("stories of agencies come in whole", async () => {
    for (const name of ["2.1/tt_text_image_2.json", "2.1/dpa_text.json", "2.1/ntb_text.json", "1.4/ninjsExComplex2.json"]) {
      const { drafts } = await readArchive(ninjsArchive, name, readFileSync(join(REAL, "examples", name), "utf8"));
      expect(drafts, name).toHaveLength(1);
      expect(drafts[0]?.held).toBeUndefined();
    }
  });
});
