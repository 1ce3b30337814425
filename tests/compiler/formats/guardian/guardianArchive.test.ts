import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/formats/archives.ts";
import { archiveNamed, readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyValue } from "../withAnyValue.ts";

const SEARCH = readFileSync(join(import.meta.dirname, "../../../fixtures/guardian/search/source.json"), "utf8");

const guardianArchive = archiveNamed("guardian");

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

const BLOG = JSON.parse(readFileSync(join(import.meta.dirname, "../../../fixtures/guardian/liveblog/source.json"), "utf8")).response
  .content;

/** A live blog with these blocks and no other text. */
const read = (blocks: object, fields: object = {}, type = "liveblog") =>
  readArchive(guardianArchive, "a.json", JSON.stringify({ ...BLOG, type, blocks, fields }));

const block = (id: string, more: object = {}) => ({
  id,
  bodyHtml: `<p>Words of ${id}.</p>`,
  firstPublishedDate: "2024-03-11T09:12:00Z",
  ...more,
});
const hidden = { published: false };

test.each([
  ["of which each says when it was written", {}],
  ["of which none says when it was written", { firstPublishedDate: undefined }],
])("blocks that are not published, %s, stay out of a live blog and are named", async (_, dated) => {
  const { drafts, problems } = await read({
    body: [block("out", dated), block("idea", { ...dated, ...hidden })],
    summary: [block("known", dated), block("guess", { ...dated, ...hidden })],
  });
  expect(JSON.stringify(drafts[0]?.body)).toContain("Words of out.");
  expect(JSON.stringify(drafts[0]?.body)).not.toMatch(/Words of (?:idea|guess)/u);
  expect(problems.filter(({ severity }) => severity === "notice").map(({ place, message }) => [place, message])).toEqual([
    [`${BLOG.id}, blocks.body.1`, "The post was left out. It is not published."],
    [`${BLOG.id}, blocks.summary.1`, "The post was left out. It is not published."],
  ]);
});

test.each([{}, { firstPublishedDate: undefined }])(
  "a live blog none of whose blocks is published is kept back with all its words",
  async (dated) => {
    for (const fields of [{}, { body: "<p>Words of idea.</p>" }])
      for (const type of ["liveblog", "article"]) {
        const { drafts, skipped } = await read({ body: [block("idea", { ...dated, ...hidden })] }, fields, type);
        expect(drafts).toEqual([]);
        expect(skipped).toMatchObject([{ reason: "None of its blocks is published." }]);
      }
  },
);

test("the text of a live blog whose blocks have no words is that of its fields", async () => {
  const { drafts } = await read({ body: [block("out", { bodyHtml: "" })] }, { body: "<p>All of it.</p>" });
  expect(JSON.stringify(drafts[0]?.body)).toContain("All of it.");
});
