import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "#compiler/compile.ts";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const item = (more: object, text = "Words that are long enough to be the text of an article in the eyes of everybody who reads it.") =>
  JSON.stringify({
    uri: "urn:1",
    type: "text",
    versioncreated: "2024-04-22T07:10:00Z",
    headline: "A claim",
    pubstatus: "usable",
    body_html: `<p>${text}</p>`,
    ...more,
  });

/** A story that came in, with what an editor adds to its file; then its archive has another version of it. */
async function importedAgain(byEditor: object, more: object = {}) {
  const input = folderOf({ "n.json": item({}) });
  const { content } = await tryImport(input);
  const [[path = ""] = []] = articlesIn(content);
  const file = join(content, path);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...byEditor }));
  writeFileSync(
    join(input, "n.json"),
    item(more, "Other words that are long enough to be the text of an article in the eyes of everybody."),
  );
  const { items } = await tryImport(input, { content });
  const { counts } = await compile({ content, out: temporaryFolder(), encode: false });
  const told = items.flatMap(({ changes }) => changes).filter(({ severity }) => severity === "warning");
  return { article: articlesIn(content).get(path), told, published: counts.published, input, content };
}

test.each([
  [{ draft: true }, "draft"],
  [{ visibility: "private" }, "visibility"],
  [{ darft: true }, "darft"],
  [{ metadata: { draft: true } }, "metadata"],
])("a story that an editor keeps back by %o stays back when it is imported again, and takes the new text", async (byEditor, field) => {
  const { article, told, published, input, content } = await importedAgain(byEditor);
  expect(article).toMatchObject(byEditor);
  expect(JSON.stringify(article)).toContain("Other words");
  expect(published).toBe(0);
  expect(told).toEqual([
    expect.objectContaining({
      file: "n.json",
      message: expect.stringContaining("an editor has since kept it back"),
      remedy: expect.stringContaining(field),
    }),
  ]);
  expect((await tryImport(input, { content })).counts?.written).toBe(0);
});

test("a story that an editor keeps back stays back when it comes in under another headline", async () => {
  const { article, published, content } = await importedAgain({ draft: true }, { headline: "A corrected claim" });
  expect(article).toMatchObject({ draft: true, headline: "A corrected claim" });
  expect([published, articlesIn(content).size]).toEqual([0, 1]);
});

test("an embargo is the archive's, which may lift it", async () => {
  const { article, told, published } = await importedAgain({ embargo: "2124-01-01T00:00:00Z" });
  expect(article).not.toHaveProperty("embargo");
  expect(published).toBe(1);
  expect(told).toEqual([
    expect.objectContaining({ message: expect.stringContaining("It is under embargo (embargo: 2124-01-01T00:00:00Z).") }),
  ]);
});

test("only the fields that keep a story back are named", async () => {
  const { told } = await importedAgain({ draft: true, members: false });
  expect(told).toEqual([expect.objectContaining({ remedy: "Remove “draft” from the file if the story should be public." })]);
});
