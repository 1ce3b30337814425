import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildIndex, type Document, type IndexSettings } from "../src/build.ts";
import { createSearch, type Schema } from "../src/index.ts";
import { shardsOf, temporaryFolder } from "./support/searchOver.ts";

type Kept = { name: string; tags?: string[] };

const field = (name: string, weight: number) => ({ name, weight, length: 20, slope: 0.5 });
const fields = [field("name", 5), field("text", 1)];

const filler = "Nothing of note is said here, at some length. ".repeat(5);

function recipe(name: string, text: string, tags: string[] = []): Document {
  const values = tags.map((tag) => ({ slug: tag.toLowerCase().replaceAll(" ", "-"), name: tag }));
  return {
    id: name,
    date: "2024-04-22",
    language: "en",
    fields: { name, text },
    facets: tags.length === 0 ? {} : { tag: values },
    stored: { name, tags },
  };
}

function searchOver<Name extends string>(documents: Document[], schema: Schema<Kept, Name>, settings: Partial<IndexSettings> = {}) {
  const folder = temporaryFolder();
  buildIndex(documents, { schema, language: "en", fields, ...settings }, folder);
  const files = new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name))).buffer]));
  return createSearch<Kept, Name>({ fetchShard: shardsOf(files), schema });
}

describe("an archive with fields of its own", () => {
  const documents = [recipe("Dumplings", filler), recipe("A soup", `${filler} With dumplings.`), recipe("Bread", filler)];
  const names = async (fields: IndexSettings["fields"], query: string) => {
    const { hits, relaxed } = await searchOver(documents, { facets: {} }, { fields }).search(query);
    return relaxed ? [] : hits.map(({ document }) => document.name);
  };

  test("is ranked by their weights", async () => {
    expect(await names(fields, "dumplings")).toEqual(["Dumplings", "A soup"]);
    expect(await names([field("name", 1), field("text", 20)], "dumplings")).toEqual(["A soup", "Dumplings"]);
  });

  test("has its titles in the first", async () => {
    expect(await names(fields, "title:dumplings")).toEqual(["Dumplings"]);
    expect(await names([field("text", 5), field("name", 1)], "title:dumplings")).toEqual(["A soup"]);
  });
});

describe("facets", () => {
  const tagsOf = ({ tags = [] }: Kept) => tags.map((tag) => ({ slug: tag.toLowerCase().replaceAll(" ", "-"), name: tag }));
  const documents = [recipe("Pho", filler, ["Crème fraîche", "Soup"]), recipe("Borscht", filler, ["Soup"]), recipe("Bread", filler)];
  const search = searchOver.bind(undefined, documents);

  test("are fields of queries by their names and other names, and nothing else is", async () => {
    const tags = search({ facets: { tag: { of: tagsOf, alias: "in" } } });
    for (const query of ["tag:soup", "in:soup"]) expect((await tags.search(query)).total).toBe(2);
    expect((await tags.search("topic:soup")).notices).toContainEqual({ code: "fieldUnknown", field: "topic" });
  });

  test("are found by any way of writing a name, or by that of the schema alone", async () => {
    const tags = search({ facets: { tag: { of: tagsOf } } });
    for (const query of ['tag:"Crème fraîche"', "tag:creme-fraiche", "tag:CRÈME"]) expect((await tags.search(query)).total).toBe(1);
    const numbered = search({ facets: { tag: { of: tagsOf } }, slug: (name) => `tag-${name.length}` });
    expect((await numbered.search('tag:"four"')).total).toBe(2);
  });

  test("may be none: then years are all that can be filtered by", async () => {
    const untagged = documents.map((document) => ({ ...document, facets: {} }));
    expect((await searchOver(untagged, { facets: {} }).facets("note")).values).toEqual({
      year: [{ value: "2024", name: "2024", count: 3 }],
    });
  });
});

test("what is kept of a document is read by the schema's owner, and what is wrong with it is told", async () => {
  const folder = temporaryFolder();
  const schema = { facets: {} };
  buildIndex([recipe("Bread", filler)], { schema, language: "en", fields }, folder);
  const fetchShard = async (name: string) => new Uint8Array(readFileSync(join(folder, name))).buffer;
  const shouted = createSearch({ fetchShard, schema, read: (json) => JSON.stringify(json).toUpperCase() });
  expect((await shouted.search("note")).hits[0]?.document).toBe('{"NAME":"BREAD","TAGS":[]}');
  const refused = createSearch({
    fetchShard,
    schema,
    read: () => {
      throw new Error("It has no price.");
    },
  });
  await expect(refused.search("note")).rejects.toMatchObject({ name: "SearchError", cause: { message: "It has no price." } });
});
