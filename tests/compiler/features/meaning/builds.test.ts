import { describe, expect, test } from "vitest";
import { inflateRawSync } from "node:zlib";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { related } from "static-search/related";
import { createSearch } from "static-search";
import { type SearchDocument, searchSchema } from "#content/search.ts";
import type { SubjectKind } from "#content/teaser.ts";
import { Paper } from "../../../support/laterPaper.ts";
import { smallVectors } from "../../../support/smallVectors.ts";

const EDITION = '{ "name": "The Test", "sections": [{ "name": "Science" }], "search": { "vectors": { "en": "en.vec" } } }';

function paper(): Paper {
  const made = new Paper();
  made.write("edition.json", EDITION);
  made.write("en.vec", smallVectors());
  made.write("articles/ferry.md", "---\nheadline: The ferry in the harbour\ndatePublished: 2024-05-01T07:10:00Z\n---\nA sailor.\n");
  return made;
}

/** What the site that was built finds by meaning. */
async function ask({ out }: Paper, text: string): Promise<string[]> {
  const fetchShard = (name: string) => Promise.resolve(new Uint8Array(readFileSync(join(out, "data/search", name))).buffer);
  const search = createSearch<SearchDocument, SubjectKind>({ fetchShard, schema: searchSchema });
  const hits = await search.byVectors((index) => related(index, text, "en"));
  return hits.map(({ document }) => document.path ?? document.slug);
}

describe("the vectors of a site", () => {
  test("find a story by its meaning", async () => {
    const made = paper();
    const { problems } = await made.build();
    expect(await ask(made, "freighter")).toEqual(["ferry"]);
    // The file of vectors is in the content folder, but is not counted as a story that was left out.
    expect(problems.filter(({ message }) => message.includes(".vec"))).toEqual([]);
  });

  test("are those of a clean build after a story was added, changed and removed", async () => {
    const made = paper();
    await made.build();
    made.write("articles/blaze.md", "---\nheadline: A blaze\ndatePublished: 2024-05-02T07:10:00Z\n---\nSmoke, ash and flames.\n");
    const { later, clean } = await made.bothWays();
    expect(later).toEqual(clean);
    expect(await ask(made, "inferno")).toEqual(["blaze"]);

    made.write("articles/blaze.md", "---\nheadline: A comet\ndatePublished: 2024-05-02T07:10:00Z\n---\nThe moon and a planet.\n");
    const changed = await made.bothWays();
    expect(changed.later).toEqual(changed.clean);
    expect(await ask(made, "inferno")).toEqual([]);
    expect(await ask(made, "rocket")).toEqual(["blaze"]);

    made.remove("articles/blaze.md");
    const without = await made.bothWays();
    expect(without.later).toEqual(without.clean);
    expect(await ask(made, "rocket")).toEqual([]);
  });

  test("change when the model does, although no story has", async () => {
    const made = paper();
    await made.build();
    made.write("en.vec", smallVectors().replaceAll("freighter", "steamship"));
    const { later, clean } = await made.bothWays();
    expect(later).toEqual(clean);
    expect(await ask(made, "freighter")).toEqual([]);
    expect(await ask(made, "steamship")).toEqual(["ferry"]);
  });

  test("contain nothing of drafts, scheduled stories and withdrawn ones", async () => {
    const made = paper();
    const kept = [
      ["draft", "status: draft\ndatePublished: 2024-05-03T07:10:00Z"],
      ["later", "datePublished: 2999-05-03T07:10:00Z"],
      ["embargo", "datePublished: 2024-05-03T07:10:00Z\nembargo: 2999-05-03T07:10:00Z"],
      ["withdrawn", "datePublished: 2024-05-03T07:10:00Z\nstatus: withheld"],
    ];
    for (const [name, fields] of kept) {
      made.write(`articles/${name}.md`, `---\nheadline: The comet zanzibarium ${name}\n${fields}\n---\nA rocket to the moon.\n`);
    }
    await made.build();
    expect(await ask(made, "rocket")).toEqual([]);
    expect(shards(made).some((text) => text.includes("zanzibarium"))).toBe(false);
    // Shows that a shard is searched at all: this word is in the model.
    expect(shards(made).some((text) => text.includes("spacecraft"))).toBe(true);
  });
});

/** What is in the files of the index, as text. */
function shards({ out }: Paper): string[] {
  const folder = join(out, "data/search");
  const { vectors, root }: { vectors: string; root: [string, string][] } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  expect(vectors).toMatch(/\.bin$/u);
  expect(root.length).toBeGreaterThan(0);
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  return files.map((bytes) => (bytes[0] === 1 ? inflateRawSync(bytes.subarray(1)) : bytes).toString("latin1"));
}
