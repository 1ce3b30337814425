import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ninjsArchive } from "../../../../src/compiler/formats/ninjs/ninjsArchive.ts";
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
    empty: undefined,
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

test("an empty list among items, and lists in lists without end, are told of", async () => {
  for (const text of ["[[]]", '[{"items": []}, []]', `${"[".repeat(5000)}${"]".repeat(5000)}`]) {
    const { skipped } = await readArchive(ninjsArchive, "items.json", text);
    expect(skipped).toMatchObject([{ reason: "It is not an object with the fields of a news item." }]);
  }
});

test("a picture keeps its point of interest, and a video that belongs to it follows the text", async () => {
  const media = (type: string, href: string, more = {}) => ({ uri: href, type, renditions: { main: { href, mimetype: type === "video" ? "video/mp4" : "image/jpeg" } }, ...more }); // prettier-ignore
  const clip = media("video", "https://p.example/clip.mp4");
  const story = { uri: "urn:1", type: "text", versioncreated: "2024-03-12T08:00:00Z", headline: "A", body_html: "<p>Words.</p>" };
  const associations = { lead: media("picture", "https://p.example/a.jpg", { associations: { clip }, poi: { x: 0.25, y: 1 } }) };
  const { drafts } = await readArchive(ninjsArchive, "items.json", JSON.stringify({ ...story, associations }));
  expect(drafts[0]?.image).toMatchObject({ url: "https://p.example/a.jpg", focus: "25% 100%" });
  expect(JSON.stringify(drafts[0]?.body)).toContain("https://p.example/clip.mp4");
});

test("items of Superdesk have a guid in the place of the uri", async () => {
  const item = JSON.stringify({
    guid: "urn:newsml:desk.example:2024:1",
    version: "2",
    type: "text",
    pubstatus: "usable",
    versioncreated: "2024-03-12T08:00:00+0000",
    headline: "The crane moves",
    body_html: "<p>It moves.</p>",
    service: [{ name: "Harbour", code: "h" }],
    priority: 6,
  });
  for (const text of [item, `{"_items": [${item}]}`]) {
    const { detected, drafts, problems } = await readArchive(ninjsArchive, "item.json", text);
    expect(detected).toBe(true);
    expect(drafts).toMatchObject([{ id: "urn:newsml:desk.example:2024:1", headline: "The crane moves", section: { name: "Harbour" } }]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  }
  expect(ninjsArchive.detects({ path: "a.json", head: '{"guid": "1", "title": "A blog"}' })).toBe(false);
});

const LINE_3 = join(import.meta.dirname, "../../../fixtures/ninjs-suite");
const line3 = readdirSync(LINE_3, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));

describe("the standard's own suite of line 3", () => {
  const readingOf = async (path: string) => readArchive(ninjsArchive, path, readFileSync(join(LINE_3, path), "utf8"));
  test.each(line3)("%s", async (path) => {
    const { detected, drafts, skipped, problems } = await readingOf(path);
    const errors = problems.filter(({ severity }) => severity === "error").map(({ place, message }) => `${place ?? ""}: ${message}`);
    expect(detected).toBe(true);
    expect(drafts.length + skipped.length).toBe(1);
    if (path.includes("should_pass")) expect(errors).toEqual([]);
    else expect(errors).not.toEqual([]);
  });

  test.each([
    ["3.0/should_pass/002_simple_event.json", 'It is of the type "event" and not a story; --types event imports such items too.'],
    ["3.0/should_pass/005_planned_coverage.json", 'It is of the type "planning" and not a story; --types planning imports such items too.'],
  ])("%s is no story", async (path, reason) => {
    const { skipped, problems } = await readingOf(path);
    expect(skipped.map((each) => each.reason)).toEqual([reason]);
    expect(problems).toEqual([]);
  });

  test("its faults are told in sentences", async () => {
    const item = { uri: 1, headlines: "No list", bodyText: "x", pubStatus: "cancelled", rightsInfo: {}, associations: [{ uri: "urn:1" }] };
    const { problems } = await readArchive(ninjsArchive, "3.0/item.json", JSON.stringify(item));
    expect(problems.map(({ message }) => message)).toEqual([
      "uri must be a text.",
      "pubStatus must be one of usable, withheld, canceled.",
      "headlines must be a list.",
      "associations.0.name is missing.",
      "rightsInfo must have either linkedRights or encodedRights.",
      "bodyText is not a field of ninjs 3.",
    ]);
  });
});

const REAL = join(import.meta.dirname, "../../../../../shared/corpora/ninjs");
const inFolder = (folder: string) =>
  readdirSync(join(REAL, folder), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
const suite = existsSync(REAL) ? inFolder("validation/test_suite").map((path) => path.replaceAll("\\", "/")) : [];

describe.skipIf(suite.length === 0)("the standard's own test suite, in ../shared/corpora/ninjs", () => {
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
