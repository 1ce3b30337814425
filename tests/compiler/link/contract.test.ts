import { describe, expect, it } from "vitest";
import { EditionSchema } from "#content/edition/edition.ts";
import { type Page, PAGES } from "#content/pages/pages.ts";
import { parse } from "#content/parse.ts";
import { PostsPageSchema } from "#content/pages/postsPage.ts";
import { CorrectionsPageSchema, VersionsPageSchema } from "#content/version.ts";
import { linked } from "../../support/linked.ts";
import { makeArchive } from "../../support/makeArchive.ts";

const onDisk = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const RECORD = { versions: { schema: VersionsPageSchema }, corrections: { schema: CorrectionsPageSchema } };
const SCHEMAS = { ...PAGES, ...RECORD, posts: { schema: PostsPageSchema } };
const read = ({ kind, value }: Page): unknown => parse<unknown>(SCHEMAS[kind].schema, onDisk(value), kind);

describe("what the compiler links", () => {
  it("matches the schema of its kind of page, and loses no field when it is read", () => {
    for (const page of linked(makeArchive(400)).pages) expect(read(page)).toEqual(onDisk(page.value));
  });

  it("does so in an edition without stories too", () => {
    const empty = linked([]);
    for (const page of empty.pages) read(page);
    parse(EditionSchema, onDisk(empty.edition), "edition");
  });

  it("never has two pages at one address", () => {
    const paths = [...linked(makeArchive(400)).pages].map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
