import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Story } from "../../src/compiler/link/story.ts";
import { type FoundThread, findThreads } from "../../src/compiler/features/threads/findThreads.ts";
import { storyFeatures } from "../../src/compiler/features/threads/storyFeatures.ts";
import { resolveThreadSettings } from "../../src/compiler/features/threads/resolveThreadSettings.ts";

const PairsSchema = v.array(
  v.object({ archive: v.picklist(["sample", "18f"]), stories: v.tuple([v.string(), v.string()]), together: v.boolean() }),
);

/** Two stories by their slugs, and whether a reader of one would want to see the other as what came before or next. */
export type JudgedPair = v.InferOutput<typeof PairsSchema>[number];

export function readPairs(file: string, archive: JudgedPair["archive"]): JudgedPair[] {
  return v.parse(PairsSchema, JSON.parse(readFileSync(file, "utf8"))).filter((pair) => pair.archive === archive);
}

/** The threads found in an archive without an editor's changes. */
export const threadsIn = (stories: Story[]): FoundThread[] =>
  findThreads(stories, storyFeatures(stories, undefined), resolveThreadSettings([], [], { fileOf: new Map(), report: () => {} }));

/** How many pairs were found to be together, how many of these rightly, and how many should have been; and the wrong ones. */
export type PairsMeasured = { pairs: number; found: number; right: number; together: number; wrong: JudgedPair[] };

/** @throws an error for a pair whose stories are not in the archive */
export function measurePairs(pairs: readonly JudgedPair[], stories: readonly Story[], threads: readonly FoundThread[]): PairsMeasured {
  const known = new Set(stories.map(({ article }) => article.slug));
  const of = new Map(threads.flatMap(({ slug, stories: own }) => own.map(({ article }) => [article.slug, slug] as const)));
  const isFound = ({ stories: [a, b] }: JudgedPair): boolean => {
    for (const slug of [a, b]) if (!known.has(slug)) throw new Error(`The archive has no story ${slug}.`);
    return of.has(a) && of.get(a) === of.get(b);
  };
  const found = pairs.filter(isFound);
  return {
    pairs: pairs.length,
    found: found.length,
    right: found.filter(({ together }) => together).length,
    together: pairs.filter(({ together }) => together).length,
    wrong: pairs.filter((pair) => pair.together !== isFound(pair)),
  };
}

export const precision = ({ found, right }: Pick<PairsMeasured, "found" | "right">): number => right / found;
export const recall = ({ together, right }: Pick<PairsMeasured, "together" | "right">): number => right / together;
