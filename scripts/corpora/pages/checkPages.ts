import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as v from "valibot";
import type { Block } from "#content/blocks/block.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { importArchive } from "#compiler/importing/importArchive.ts";
import type { ImportItem } from "#compiler/importing/importReport.ts";
import { table } from "../table.ts";
import { type Matches, matchesOf, scoreOf } from "./score.ts";

/** The lowest acceptable F1 of the imported texts. */
const LEAST = 0.95;

const TruthSchema = v.record(v.string(), v.looseObject({ articleBody: v.optional(v.string(), "") }));

/**
 * Imports the pages of Zyte's article extraction benchmark
 * (github.com/scrapinghub/article-extraction-benchmark) with --undated keep, and
 * compares the texts as the benchmark does.
 * @returns what is wrong, and the figures: F1 of the imported pages, and of all pages, with empty texts for those withheld
 */
export async function checkPages(root: string): Promise<{ faults: string[]; pages: number; published: number; f1: number; ofAll: number }> {
  const truth = v.parse(TruthSchema, JSON.parse(readFileSync(join(root, "pages", "ground-truth.json"), "utf8")));
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-pages-"));
  try {
    for (const name of readdirSync(join(root, "pages", "html")))
      writeFileSync(join(folder, name.replace(/\.gz$/u, "")), gunzipSync(readFileSync(join(root, "pages", "html", name))));
    const content = join(folder, "content");
    const items: ImportItem[] = [];
    await importArchive({ input: folder, content, from: "page", dates: { undated: "keep" }, onItem: (item) => items.push(item) });
    const texts = textsOf(items, content);
    const matches = Object.entries(truth).map(([key, { articleBody }]): [string, Matches] => [
      key,
      matchesOf(articleBody, texts.get(key) ?? ""),
    ]);
    const ofAll = scoreOf(matches.map(([, each]) => each));
    const came = scoreOf(matches.flatMap(([key, each]) => (texts.has(key) ? [each] : [])));
    const rows = [
      ["imported", texts.size, ...figures(came)],
      ["all", matches.length, ...figures(ofAll)],
    ];
    console.log(table(["saved pages", "number", "F1", "precision", "recall"], rows));
    for (const item of items) if ("reason" in item) console.log(`${item.file.slice(0, 8)}: ${item.reason}`);
    const unnamed = Object.keys(truth).filter((key) => !items.some(({ file }) => file === `${key}.html`));
    const faults = [
      ...(came.f1 < LEAST ? [`pages: F1 is ${came.f1.toFixed(3)} and should be ${LEAST}.`] : []),
      ...unnamed.map((key) => `pages: nothing is said of ${key}.html.`),
    ];
    return { faults, pages: matches.length, published: texts.size, f1: came.f1, ofAll: ofAll.f1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const figures = ({ f1, precision, recall }: ReturnType<typeof scoreOf>): string[] => [f1, precision, recall].map((each) => each.toFixed(3));

/** The texts of imported pages, by their keys in the benchmark. */
function textsOf(items: ImportItem[], content: string): Map<string, string> {
  return new Map(
    items.flatMap((item): [string, string][] => {
      if (item.outcome !== "published") return [];
      const { body }: { body: Block[] } = JSON.parse(readFileSync(join(content, item.article), "utf8"));
      return [[item.file.replace(/\.html$/u, ""), plainText(body)]];
    }),
  );
}
