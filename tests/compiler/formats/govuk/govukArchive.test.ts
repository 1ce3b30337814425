import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { archives } from "../../../../src/compiler/formats/archives.ts";
import { archiveNamed, readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyValue } from "../withAnyValue.ts";

const govukArchive = archiveNamed("govuk");
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/govuk", name, "source.json"), "utf8");

archiveCases(govukArchive);

test.each(["news", "speech", "withdrawn"])("any value in any field of %s ends in a draft or a skipped item", async (name) => {
  await fc.assert(
    fc.asyncProperty(withAnyValue(JSON.parse(fixture(name))), async (changed) => {
      const { drafts, skipped } = await readArchive(govukArchive, "item.json", JSON.stringify(changed));
      expect(drafts.length + skipped.length).toBe(Array.isArray(changed) ? changed.length : 1);
    }),
    { numRuns: 300 },
  );
});

const REAL = join(import.meta.dirname, "../../../../../shared/corpora/govuk");
const items = existsSync(REAL) ? readdirSync(REAL, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json")) : [];

describe.skipIf(items.length === 0)("real items, in ../shared/corpora/govuk", () => {
  test.each(items)("%s comes in with headline, text, date and language", async (path) => {
    const text = readFileSync(join(REAL, path), "utf8");
    expect(archives.find((archive) => archive.detects({ path, head: text.slice(0, 65_536) }))?.name).toBe("govuk");
    const { drafts, skipped, problems } = await readArchive(govukArchive, path, text);
    expect(skipped).toEqual([]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(drafts).toMatchObject([
      {
        headline: expect.stringMatching(/./u),
        datePublished: expect.stringMatching(/^\d{4}-/u),
        inLanguage: expect.stringMatching(/^[a-z]{2}$/u),
      },
    ]);
    expect(drafts[0]?.held).toBeUndefined();
    expect(drafts[0]?.body.length).toBeGreaterThan(0);
  });
});

test("the parts of a guide stand in one text, and are found at the addresses that they had", async () => {
  const parts = [
    { title: "Before you sail", slug: "before", body: [{ content_type: "text/html", content: "<p>Book a cabin.</p>" }] },
    { title: "On board", slug: "on-board", body: "<p>Stay off the bridge.</p>" },
  ];
  const item = {
    content_id: "1",
    base_path: "/ferries",
    schema_name: "guide",
    document_type: "guide",
    locale: "en",
    title: "Ferries",
    first_published_at: "2020-01-01T00:00:00Z",
    details: { parts },
  };
  const { drafts } = await readArchive(govukArchive, "a.json", JSON.stringify(item), { types: ["guide"] });
  expect(drafts).toMatchObject([
    {
      headline: "Ferries",
      body: [{ type: "heading" }, { type: "paragraph" }, { type: "heading" }, { type: "paragraph" }],
      oldUrls: ["/ferries", "https://www.gov.uk/ferries", "/ferries/before", "/ferries/on-board"],
    },
  ]);
});
