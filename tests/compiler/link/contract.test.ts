import type { GenericSchema } from "valibot";
import { describe, expect, it } from "vitest";
import { ArticlePageSchema } from "#content/articlePage.ts";
import { EditionSchema } from "#content/edition.ts";
import { FrontPageSchema } from "#content/frontPage.ts";
import { ArchivePageSchema, IndexPageSchema } from "#content/indexPage.ts";
import { ListPageSchema } from "#content/listPage.ts";
import { parse } from "#content/parse.ts";
import type { Page } from "#compiler/link/page.ts";
import { linked } from "../../support/linked.ts";
import { makeArchive } from "../../support/makeArchive.ts";

const SCHEMAS: Record<Page["kind"], GenericSchema> = {
  front: FrontPageSchema,
  article: ArticlePageSchema,
  list: ListPageSchema,
  index: IndexPageSchema,
  archive: ArchivePageSchema,
};

const onDisk = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const read = ({ kind, value }: Page): unknown => parse(SCHEMAS[kind], onDisk(value), kind);

describe("what the compiler links", () => {
  it("is read by the schema of its kind of page without losing a field", () => {
    for (const page of linked(makeArchive(400)).pages) expect(read(page)).toEqual(onDisk(page.value));
  });

  it("holds in an edition without a story, too", () => {
    const empty = linked([]);
    for (const page of empty.pages) read(page);
    parse(EditionSchema, onDisk(empty.edition), "edition");
  });

  it("has no two pages at one address", () => {
    const paths = [...linked(makeArchive(400)).pages].map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
