import { queryTokens } from "../query/clauses.ts";
import type { Suggestions } from "../query/results.ts";
import { facetNames, slugOf } from "../schema.ts";
import type { Archive } from "./archive.ts";
import { completions } from "./completions.ts";
import { valuesBeginning } from "./values.ts";

const MOST_QUERIES = 6;
const MOST_VALUES = 5;

/** Values are suggested from this many letters on. */
const SHORTEST = 2;

/** Completions of a query: of its last word, and values of the archive that begin with it. */
export async function suggest(archive: Archive, text: string): Promise<Suggestions> {
  const [queries, values] = await Promise.all([continued(archive, text), valuesFor(archive, text.trim())]);
  return { queries, values };
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

async function valuesFor(archive: Archive, text: string): Promise<Suggestions["values"]> {
  const asked = slugOf(archive.schema, text);
  if (asked.length < SHORTEST) return [];
  const found = await Promise.all(
    facetNames(archive.schema).map(async (facet) => ({ facet, values: await valuesBeginning(archive, facet, asked) })),
  );
  return found
    .flatMap(({ facet, values }) => values.map(({ slug, entry }) => ({ facet, slug, name: entry.label, count: entry.count })))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_VALUES);
}
