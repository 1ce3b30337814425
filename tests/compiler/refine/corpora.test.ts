import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { ArticleSchema } from "#content/article.ts";
import { refine } from "../../../src/compiler/refine/refine.ts";
import { released } from "../../../src/compiler/refine/released.ts";
import { readDrafts } from "../../../src/compiler/reading/readDrafts.ts";
import { contentFolder, settingsOf } from "../reading/contentFolder.ts";

/** A real archive takes its time on a machine with other work, in milliseconds. */
const LARGE = 120_000;

const ROOT = join(import.meta.dirname, "../../..");
const EDITIONS = [
  "content",
  "tests/fixtures/markdown/own",
  "tests/fixtures/markdown/jekyll",
  "../shared/corpora/markdown/18f/content/posts",
];

test.each(EDITIONS.filter((folder) => existsSync(join(ROOT, folder))))(
  "every article of %s keeps the contract, and none is lost",
  { timeout: LARGE },
  async (name) => {
    const settings = settingsOf();
    const { drafts, read, skipped } = await readDrafts(join(ROOT, name), settings, () => {});
    const { open, skipped: keptBack } = released(drafts, settings, () => {});
    const refined = refine(open, settings, () => {});
    for (const article of refined.articles) v.assert(ArticleSchema, article);
    expect(refined.articles.length + refined.skipped.length + keptBack.length + skipped.length).toBe(read);
    expect(new Set(refined.articles.map(({ slug }) => slug)).size).toBe(refined.articles.length);
  },
);

const ARCHIVE = join(ROOT, "../shared/corpora/markdown/18f/content/posts");

test.runIf(existsSync(ARCHIVE))(
  "no template tag of a real archive, in ../shared/corpora/markdown/18f, is left in any text but code",
  { timeout: LARGE },
  async () => {
    const settings = settingsOf();
    const { drafts } = await readDrafts(ARCHIVE, settings, () => {});
    const words = JSON.stringify(refine(released(drafts, settings, () => {}).open, settings, () => {}).articles, (_key, value: unknown) =>
      isCode(value) ? "" : value,
    );
    expect(words.match(/\{%|%\}|\{\{[^{}]*[^{}\s][^{}]*\}\}/gu)).toBeNull();
  },
);

const isCode = (value: unknown): boolean => typeof value === "object" && value !== null && "type" in value && value.type === "code";

test("what an edition publishes can be read again, alone or as a page's JSON, and is the same", async () => {
  const settings = settingsOf();
  const own = join(ROOT, "tests/fixtures/markdown/own");
  const { drafts, pictures } = await readDrafts(own, settings, () => {});
  const [article] = refine(released(drafts, settings, () => {}).open, settings, () => {}).articles;
  for (const published of [article, { article, previous: null }]) {
    const copies = pictures.map(({ from, url }) => [url.slice(1), readFileSync(from)]);
    const folder = contentFolder({ "articles/dish.json": JSON.stringify(published), ...Object.fromEntries(copies) });
    const again = await readDrafts(folder, settings, () => {});
    expect(refine(released(again.drafts, settings, () => {}).open, settings, () => {}).articles).toEqual([article]);
  }
});
