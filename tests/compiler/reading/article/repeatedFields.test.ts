import { expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder, writeFiles } from "../../../support/temporaryFolder.ts";

it.each([
  [
    "article JSON",
    "closed.json",
    (fields: string) => `{"headline": "Closed", "datePublished": "2026-12-01", ${fields}, "body": "<p>One.</p><p>Two.</p>"}`,
  ],
  ["front matter in JSON", "closed.md", (fields: string) => `{"title": "Closed", "date": "2026-12-01", ${fields}}\n\nOne.\n\nTwo.\n`],
])("keeps a story back whose field of release is there twice: %s", async (_, name, text) => {
  const published = async (fields: string) => {
    const content = temporaryFolder();
    writeFiles(content, { "edition.json": '{"members": {}}', [name]: text(fields) });
    const { counts, problems } = await compile({ content, out: temporaryFolder(), encode: false });
    return [counts.published, problems.find(({ message }) => message.includes("appears twice"))?.message];
  };
  expect(await published('"access": "members"')).toEqual([1, undefined]);
  for (const field of ["access", "tier"])
    expect(await published(`"${field}": "members", "${field}": "public"`)).toEqual([
      0,
      expect.stringContaining("it is not clear who may read the story"),
    ]);
});
