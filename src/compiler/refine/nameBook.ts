import * as v from "valibot";
import { type Ref, SlugSchema } from "#content/article.ts";
import { slug } from "#content/slug.ts";
import type { DraftRef } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { SubjectSettings } from "../settings.ts";

/** Finds what a name stands for. */
export type NameBook = (ref: DraftRef) => Ref | undefined;

/**
 * The names of one kind.
 * @param kind in words, for the report
 * @param subjects what the settings say; their names, slugs and aliases all lead to them
 * @param refs every name in the edition, in order of publication
 * @param near which slugs are one name by another spelling
 */
export function nameBook(
  kind: string,
  subjects: SubjectSettings[],
  refs: (DraftRef & { file: string })[],
  report: Report,
  near: (slugs: Iterable<string>) => string[][] = () => [],
): NameBook {
  const known = new Map<string, Ref>();
  const bySlug = new Map<string, Ref>();
  for (const { name, slug: given, aliases } of subjects) {
    const ref = { slug: given ?? slug(name), name };
    if (ref.slug === "") continue;
    bySlug.set(ref.slug, ref);
    for (const key of [name, ref.slug, ...aliases]) if (!known.has(folded(key))) known.set(folded(key), ref);
  }
  const lookUp = (ref: DraftRef): Ref | undefined => {
    const inSettings = (ref.slug === undefined ? undefined : known.get(folded(ref.slug))) ?? known.get(folded(ref.name));
    const own = slugOf(ref);
    return inSettings ?? bySlug.get(own) ?? (own === "" ? undefined : { slug: own, name: ref.name });
  };
  const lookedUp = new Map<string, Ref | undefined>();
  // An archive says a name a thousand times, and its address takes a while to make.
  const exactly = (ref: DraftRef): Ref | undefined => {
    const key = `${ref.slug ?? ""}\n${ref.name}`;
    if (!lookedUp.has(key)) lookedUp.set(key, lookUp(ref));
    return lookedUp.get(key);
  };
  const leads = nearest(refs, exactly, bySlug, near);
  const find = (ref: DraftRef): Ref | undefined => {
    const found = exactly(ref);
    return found && (leads.get(found.slug) ?? found);
  };
  const spelled = spellings(refs, find, new Set(bySlug.keys()));
  tell(kind, spelled, report);
  for (const { file, ...ref } of refs) {
    if (find(ref) === undefined)
      report({ severity: "warning", file, message: `The ${kind} "${ref.name}" has no letter or digit for an address; it was left out.` });
  }
  return (ref) => {
    const found = find(ref);
    return found && { slug: found.slug, name: spelled.get(found.slug)?.name ?? found.name };
  };
}

/** Case, width and composition of characters make no other name. */
const folded = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/** The address that a name has by itself. */
export const slugOf = ({ name, slug: given }: DraftRef): string =>
  given !== undefined && v.is(SlugSchema, given) ? given.normalize("NFC") : slug(given ?? "") || slug(name);

/** For each slug that another stands for, that one: of the settings, else the most frequent, else the first. Two of the settings stay two. */
function nearest(
  refs: DraftRef[],
  find: NameBook,
  settled: ReadonlyMap<string, Ref>,
  near: (slugs: Iterable<string>) => string[][],
): Map<string, Ref> {
  const counts = new Map<string, { ref: Ref; count: number }>();
  for (const ref of refs) {
    const found = find(ref);
    if (found) counts.set(found.slug, { ref: counts.get(found.slug)?.ref ?? found, count: (counts.get(found.slug)?.count ?? 0) + 1 });
  }
  const leads = new Map<string, Ref>();
  for (const group of near(counts.keys())) {
    const [first] = group.toSorted(
      (a, b) => Number(settled.has(b)) - Number(settled.has(a)) || (counts.get(b)?.count ?? 0) - (counts.get(a)?.count ?? 0),
    );
    const to = first === undefined ? undefined : (settled.get(first) ?? counts.get(first)?.ref);
    if (to) for (const slug of group) if (slug !== to.slug && !settled.has(slug)) leads.set(slug, to);
  }
  return leads;
}

type Spelling = { name: string; others: string[]; file: string };

/** The spelling that most articles use for each slug; of equals the first. */
function spellings(refs: (DraftRef & { file: string })[], find: NameBook, settled: Set<string>): Map<string, Spelling> {
  const counts = new Map<string, Map<string, { count: number; file: string }>>();
  for (const { file, ...ref } of refs) {
    const found = find(ref);
    if (!found || settled.has(found.slug)) continue;
    const ofSlug = counts.get(found.slug) ?? new Map<string, { count: number; file: string }>();
    ofSlug.set(ref.name, { count: (ofSlug.get(ref.name)?.count ?? 0) + 1, file: ofSlug.get(ref.name)?.file ?? file });
    counts.set(found.slug, ofSlug);
  }
  return new Map(
    [...counts].map(([key, ofSlug]) => {
      const [first, ...rest] = [...ofSlug].toSorted(([, a], [, b]) => b.count - a.count);
      return [key, { name: first?.[0] ?? key, others: rest.map(([name]) => name), file: rest[0]?.[1].file ?? "" }];
    }),
  );
}

function tell(kind: string, spelled: Map<string, Spelling>, report: Report): void {
  for (const { name, others, file } of spelled.values()) {
    if (others.length === 0) continue;
    const written = others.map((other) => `"${other}"`).join(", ");
    report({ severity: "notice", file, message: `The ${kind} "${name}" is also written ${written}; all stand under "${name}".` });
  }
}
