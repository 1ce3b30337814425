import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Search } from "static-search";
import type { SearchDocument } from "../../src/content/search.ts";
import type { SubjectKind } from "../../src/content/teaser.ts";

const JudgedSchema = v.array(
  v.object({
    archive: v.picklist(["sample", "18f"]),
    language: v.optional(v.string(), "en"),
    query: v.string(),
    relevant: v.pipe(v.array(v.string()), v.minLength(1)),
  }),
);

export type Judged = v.InferOutput<typeof JudgedSchema>[number];

/** Reads judged queries, with the slugs of their relevant stories. */
export function readJudged(file: string, archive: Judged["archive"]): Judged[] {
  return v.parse(JudgedSchema, JSON.parse(readFileSync(file, "utf8"))).filter((judged) => judged.archive === archive);
}

/** `reciprocalRank`: 1 over the rank of the first relevant hit among ten, else 0. `recall`: the share of relevant ones among ten hits. */
export type Measured = { query: string; reciprocalRank: number; recall: number; hits: string[] };

export async function measure(search: Search<SearchDocument, SubjectKind>, judged: readonly Judged[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { query, relevant } of judged) {
    const { hits } = await search.search(query);
    const slugs = hits.map(({ document }) => plain(document.slug));
    const right = new Set(relevant.map(plain));
    const first = slugs.findIndex((slug) => right.has(slug));
    const found = slugs.filter((slug) => right.has(slug)).length;
    measured.push({ query, hits: slugs, reciprocalRank: first === -1 ? 0 : 1 / (first + 1), recall: found / Math.min(10, right.size) });
  }
  return measured;
}

/** Judgements name files: a slug may lack the date at the start of the file's name, and have other characters between words. */
const plain = (slug: string): string =>
  slug
    .toLowerCase()
    .replace(/^\d{4}-\d\d-\d{1,2}-/u, "")
    .replace(/[^a-z0-9]+/gu, "-");

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
