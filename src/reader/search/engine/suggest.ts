import { queryTokens } from "#content/search/queryTokens.ts";
import type { Suggestions } from "#content/search/results.ts";
import { slug } from "#content/slug.ts";
import type { SubjectKind } from "#content/teaser.ts";
import type { Archive } from "./archive.ts";
import { completions } from "./completions.ts";
import { subjectsBeginning } from "./subjects.ts";

const MOST_QUERIES = 6;
const MOST_SUBJECTS = 5;

/** A place to go to says more than one of these letters alone. */
const SHORTEST = 2;

const KINDS: readonly SubjectKind[] = ["topic", "place", "section", "author"];

/** How a query may go on: its last word, and subjects of the paper that begin so. */
export async function suggest(archive: Archive, text: string): Promise<Suggestions> {
  const [queries, subjects] = await Promise.all([continued(archive, text), subjectsFor(archive, text.trim())]);
  return { queries, subjects };
}

const LAST_WORD = /[^\s"“”„«»:()-]+$/u;

async function continued({ tree }: Archive, text: string): Promise<string[]> {
  const last = LAST_WORD.exec(text);
  if (!last) return [];
  const { tokens } = queryTokens(last[0]);
  const [token] = tokens;
  if (!token || tokens.length > 1) return [];
  const words = await completions(tree, token.term);
  return words
    .filter(({ word }) => word !== token.term)
    .slice(0, MOST_QUERIES)
    .map(({ word, label }) => text.slice(0, last.index) + (label || word));
}

async function subjectsFor(archive: Archive, text: string): Promise<Suggestions["subjects"]> {
  const asked = slug(text);
  if (asked.length < SHORTEST) return [];
  const found = await Promise.all(KINDS.map(async (kind) => ({ kind, subjects: await subjectsBeginning(archive, kind, asked) })));
  return found
    .flatMap(({ kind, subjects }) => subjects.map(({ slug, entry }) => ({ kind, slug, name: entry.label, count: entry.count })))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_SUBJECTS);
}
