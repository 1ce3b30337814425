import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/formats/archives.ts";
import { schemaOrgArchive } from "../../../../src/compiler/formats/schemaOrg/schemaOrgArchive.ts";
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

test("a field that is nested without end costs that field alone", async () => {
  const deep = `${'{"about":'.repeat(20_000)}1${"}".repeat(20_000)}`;
  const source = `{"@type":"NewsArticle","headline":"Rain","datePublished":"2024-01-01","articleBody":"It rained.","about":${deep}}`;
  const { drafts } = await readArchive(schemaOrgArchive, "a.json", source);
  expect(drafts.map(({ headline }) => headline)).toEqual(["Rain"]);
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

const entry = (name: string, more: object = {}) => ({
  "@type": "BlogPosting",
  "@id": `https://paper.example/live#${name}`,
  headline: name,
  datePublished: "2024-05-02T22:00:00Z",
  articleBody: `Words of ${name}.`,
  image: `https://paper.example/${name}.jpg`,
  ...more,
});

const live = (liveBlogUpdate: unknown[], more: object = {}) => ({
  "@type": "LiveBlogPosting",
  "@id": "https://paper.example/live",
  headline: "The count",
  datePublished: "2024-05-02T20:00:00Z",
  articleBody: "Polls have closed.",
  liveBlogUpdate,
  ...more,
});

test("entries of a live blog that are drafts or not free stay out with their pictures, those that expire say when", async () => {
  const entries = [
    entry("out"),
    entry("idea", { creativeWorkStatus: "Draft" }),
    entry("members", { isAccessibleForFree: false }),
    entry("going", { expires: "2094-05-02T22:00:00Z" }),
  ];
  const { drafts, problems } = await readArchive(schemaOrgArchive, "a.json", JSON.stringify(live(entries)));
  expect(JSON.stringify(drafts)).not.toMatch(/Words of (?:idea|members)|(?:idea|members)\.jpg/u);
  expect(drafts[0]?.body.flatMap((block) => (block.type === "post" ? [block.id] : []))).toEqual(["out", "going"]);
  expect(drafts[0]?.postReleases).toMatchObject([{ id: "going", moments: [{ type: "expiry", at: "2094-05-02T22:00:00Z" }] }]);
  expect(problems.map(({ place, message }) => [place, message])).toEqual([
    ["https://paper.example/live, liveBlogUpdate.1", expect.stringContaining("creativeWorkStatus: Draft")],
    ["https://paper.example/live, liveBlogUpdate.2", expect.stringContaining("isAccessibleForFree: false")],
  ]);
});

test("entries that stand in a graph beside their live blog are its posts and no stories, also where it is kept back", async () => {
  const graph = (more: object) =>
    JSON.stringify({
      "@graph": [
        live([{ "@id": "https://paper.example/live#out" }], more),
        entry("out"),
        entry("story", { "@id": "https://paper.example/story" }),
      ],
    });
  const { drafts } = await readArchive(schemaOrgArchive, "a.json", graph({}));
  expect(drafts.map(({ headline }) => headline)).toEqual(["The count", "story"]);
  expect(drafts[0]?.body.at(-1)).toMatchObject({ type: "post", headline: "out" });
  const kept = await readArchive(schemaOrgArchive, "a.json", graph({ creativeWorkStatus: "Draft" }));
  expect(kept.drafts.map(({ headline }) => headline)).toEqual(["story"]);
  expect(kept.skipped).toHaveLength(1);
});

test("moments of entries without a zone are in that of the paper, as those of stories are", async () => {
  const source = JSON.stringify(live([entry("out", { datePublished: "2024-05-02T22:00:00" })]));
  const { drafts } = await readArchive(schemaOrgArchive, "a.json", source, {}, undefined, { timeZone: "Europe/Paris" });
  expect(drafts[0]?.body.at(-1)).toMatchObject({ date: "2024-05-02T22:00:00+02:00" });
});
