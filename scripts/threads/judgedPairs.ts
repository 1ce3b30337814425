import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Story } from "../../src/compiler/link/story.ts";
import { type FoundThread, findThreads } from "../../src/compiler/features/threads/findThreads.ts";
import { storyFeatures } from "../../src/compiler/features/threads/storyFeatures.ts";
import { resolveThreadSettings } from "../../src/compiler/features/threads/resolveThreadSettings.ts";

const SlugsSchema = v.array(v.string());
/** The archives of which chosen pairs were judged, and those that were judged whole. */
const IN_PAIRS = ["sample", "18f"] as const;
const WHOLE = ["letsEncrypt", "rust"] as const;
type InPairs = (typeof IN_PAIRS)[number];
type Whole = (typeof WHOLE)[number];
const PairsSchema = v.array(v.object({ archive: v.picklist(IN_PAIRS), stories: v.tuple([v.string(), v.string()]), together: v.boolean() }));
/** An archive judged whole: `together` are stories of one matter; of those in `either`, such as yearly reviews, either is right. */
const GroupsSchema = v.object({ source: v.string(), together: v.array(SlugsSchema), either: v.array(SlugsSchema) });

/** Two stories by their slugs, and whether a reader of one would want to see the other as what came before or next. */
export type JudgedPair = Pick<v.InferOutput<typeof PairsSchema>[number], "stories" | "together">;

export function asArchive(name: string): InPairs | Whole {
  return v.parse(v.picklist([...IN_PAIRS, ...WHOLE]), name);
}

export const isWhole = (archive: InPairs | Whole): archive is Whole => WHOLE.some((whole) => whole === archive);

export function readPairs(file: string, archive: InPairs): JudgedPair[] {
  return v.parse(PairsSchema, JSON.parse(readFileSync(file, "utf8"))).filter((pair) => pair.archive === archive);
}

/** All pairs of an archive that was judged whole, but those of which either is right. */
export function pairsOf(archive: Whole, stories: readonly Story[]): JudgedPair[] {
  const { together, either } = v.parse(GroupsSchema, JSON.parse(readFileSync(`tests/fixtures/threads/${archive}.json`, "utf8")));
  const slugs = stories.map(({ article }) => article.slug);
  const has = (groups: string[][], a: string, b: string): boolean => groups.some((group) => group.includes(a) && group.includes(b));
  return slugs.flatMap((a, at) =>
    slugs.slice(at + 1).flatMap((b): JudgedPair[] => {
      const isTogether = has(together, a, b);
      return isTogether || !has(either, a, b) ? [{ stories: [a, b], together: isTogether }] : [];
    }),
  );
}

/** The threads found in an archive without an editor's changes. */
export const threadsIn = (stories: Story[]): FoundThread[] =>
  findThreads(stories, storyFeatures(stories, undefined), resolveThreadSettings([], [], { fileOf: new Map(), report: () => {} })).threads;

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
