import { slugOfKey, valueBeginning } from "../format/keys.ts";
import { slugOf } from "../schema.ts";
import type { Archive } from "./archive.ts";
import type { DocumentSet } from "./documentSet.ts";

/** A value of a facet. Its name is the label of its entry. `whole`: whether the query is its complete name. */
type FoundValue = { slug: string; entry: DocumentSet; whole: boolean };

const MOST_LEAVES = 2;

/** The maximum number of values that one name can mean. */
const MOST_MEANT = 6;

/**
 * The values that a reader means by a name: those with this name, ignoring accents,
 * else those whose names begin with it (place:nether is the Netherlands).
 * @param unfinished whether the name is still being typed
 */
export async function valueSets(archive: Archive, facet: string, text: string, unfinished: boolean): Promise<DocumentSet[]> {
  const asked = slugOf(archive.schema, text);
  if (asked === "") return [];
  const found = await valuesBeginning(archive, facet, asked);
  const named = found.filter(({ whole }) => whole);
  const meant = named.length > 0 && !unfinished ? named : found;
  return meant.slice(0, MOST_MEANT).map(({ entry }) => entry);
}

/** The values whose names have this prefix, those with most documents first. */
export async function valuesBeginning({ tree }: Archive, facet: string, asked: string): Promise<FoundValue[]> {
  const beginning = valueBeginning(facet, asked);
  const found = await tree.setsStartingWith(beginning, { most: MOST_LEAVES });
  const bySlug = new Map<string, FoundValue>();
  for (const { key, set } of found) {
    const slug = slugOfKey(key);
    const whole = key === beginning || key.startsWith(`${beginning}/`);
    bySlug.set(slug, { slug, entry: set, whole: whole || bySlug.get(slug)?.whole === true });
  }
  return [...bySlug.values()].toSorted((a, b) => b.entry.count - a.entry.count || (a.slug < b.slug ? -1 : 1));
}
