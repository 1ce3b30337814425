import { slugOfKey, subjectBeginning } from "#content/search/keys.ts";
import { decodeSetEntry, type SetEntry } from "#content/search/setEntry.ts";
import { slug } from "#content/slug.ts";
import type { SubjectKind } from "#content/teaser.ts";
import type { Archive } from "./archive.ts";

/** A subject of the index. Its name is the label of its entry. */
export type FoundSubject = { slug: string; entry: SetEntry };

const MOST_LEAVES = 2;

/** More subjects than this one name cannot mean. */
const MOST_MEANT = 6;

/**
 * The subjects that a reader means by a name: those that are called so, up to
 * accents, else those whose names begin so (place:nether is the Netherlands).
 * @param going the name is still being typed
 */
export async function subjectSets(archive: Archive, kind: SubjectKind, text: string, going: boolean): Promise<SetEntry[]> {
  const asked = slug(text);
  if (asked === "") return [];
  const begun = await subjectsBeginning(archive, kind, asked);
  const called = begun.filter(({ whole }) => whole);
  const meant = called.length > 0 && !going ? called : begun;
  return meant.slice(0, MOST_MEANT).map(({ entry }) => entry);
}

/** Subjects that a name is the beginning of, those with most stories first. `whole`: it is all of their name. */
export async function subjectsBeginning(
  { tree }: Archive,
  kind: SubjectKind,
  asked: string,
): Promise<(FoundSubject & { whole: boolean })[]> {
  const beginning = subjectBeginning(kind, asked);
  const entries = await tree.startingWith(beginning, { most: MOST_LEAVES });
  const bySlug = new Map<string, FoundSubject & { whole: boolean }>();
  for (const { key, payload } of entries) {
    const slug = slugOfKey(key);
    const whole = key === beginning || key.startsWith(`${beginning}/`);
    bySlug.set(slug, { slug, entry: decodeSetEntry(payload), whole: whole || bySlug.get(slug)?.whole === true });
  }
  return [...bySlug.values()].toSorted((a, b) => b.entry.count - a.entry.count || (a.slug < b.slug ? -1 : 1));
}
