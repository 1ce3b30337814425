import * as v from "valibot";
import { type Ref, SlugSchema } from "#content/article.ts";
import { slug } from "#content/slug.ts";
import type { DraftRef } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import { nearestName } from "../draft/nearestName.ts";
import type { SubjectSettings } from "../settings/settings.ts";

/** Finds what a name stands for. */
export type NameIndex = (ref: DraftRef) => Ref | undefined;

/**
 * The names of one kind.
 * @param kind in words, for the report
 * @param subjects what the settings say; their names, slugs and aliases all lead to them
 * @param visitAll visits every name in the edition with its file, in order of publication
 * @param near which slugs are one name by another spelling
 */
export function nameIndex(
  kind: string,
  subjects: SubjectSettings[],
  visitAll: (visit: (ref: DraftRef, file: string) => void) => void,
  report: Report,
  near: (slugs: Iterable<string>) => string[][] = () => [],
): NameIndex {
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
  const writtenAs = writings(lookUp);
  const nameless: [name: string, file: string][] = [];
  const all = new Set<Written>();
  visitAll((ref, file) => {
    const written = writtenAs(ref);
    if (written.count === 0) written.file = file;
    written.count += 1;
    all.add(written);
    if (!written.found) nameless.push([ref.name, file]);
  });
  const leads = nearest(all, bySlug, near);
  for (const written of all) written.found = leading(written, leads);
  const spelled = spellings(all, new Set(bySlug.keys()));
  tell(kind, spelled, report);
  // A section that is not among those of the settings is reported in any case, see names.ts.
  if (kind !== "section" || subjects.length === 0) tellSlips(kind, all, bySlug, report);
  for (const [name, file] of nameless)
    report({
      severity: "warning",
      file,
      about: name,
      message: `The ${kind} "${name}" has no letter or digit for an address; it was left out.`,
      remedy: "Give it a name with letters or digits.",
    });
  return (ref) => {
    const written = writtenAs(ref);
    const found = all.has(written) ? written.found : leading(written, leads);
    written.named ??= found && { slug: found.slug, name: spelled.get(found.slug)?.name ?? found.name };
    return written.named;
  };
}

/** A name as it is written: what it stands for by itself, how many articles have it, the first of them, and what it is called in the end. */
type Written = { name: string; found: Ref | undefined; count: number; file: string; named?: Ref | undefined };

/** An archive says a name a thousand times, and its address takes a while to make: each way of writing it is looked up once. */
function writings(lookUp: NameIndex): (ref: DraftRef) => Written {
  const plain = new Map<string, Written>();
  const slugged = new Map<string, Written>();
  return (ref) => {
    const [among, key] = ref.slug === undefined ? [plain, ref.name] : [slugged, `${ref.slug}\n${ref.name}`];
    const known = among.get(key) ?? { name: ref.name, found: lookUp(ref), count: 0, file: "" };
    among.set(key, known);
    return known;
  };
}

const leading = ({ found }: Written, leads: ReadonlyMap<string, Ref>): Ref | undefined => found && (leads.get(found.slug) ?? found);

/** Case, width and composition of characters make no other name. */
const folded = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/** The address that a name has by itself. */
export const slugOf = ({ name, slug: given }: DraftRef): string =>
  given !== undefined && v.is(SlugSchema, given) ? given.normalize("NFC") : slug(given ?? "") || slug(name);

/** For each slug that another stands for, that one: of the settings, else the most frequent, else the first. Two of the settings stay two. */
function nearest(
  all: Iterable<Written>,
  settled: ReadonlyMap<string, Ref>,
  near: (slugs: Iterable<string>) => string[][],
): Map<string, Ref> {
  const counts = countsOf(all);
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

type Counted = { ref: Ref; count: number; file: string };

/** How many stories have each slug, and the first of them. */
function countsOf(all: Iterable<Written>): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const { found, count, file } of all) {
    if (!found) continue;
    const known = counts.get(found.slug);
    counts.set(found.slug, { ref: known?.ref ?? found, count: (known?.count ?? 0) + count, file: known?.file ?? file });
  }
  return counts;
}

/** From so many stories on, a name is one that another may have been meant to be. */
const OFTEN = 3;

/** Shorter names are too often near to each other: "Iran" and "Iraq". */
const SHORTEST = 6;

/**
 * Names of one story alone that are a letter away from one of the settings or of several stories. Most are slips, and
 * make a list of one story; some are not, so they stay what they are. Of archives with many names, each is looked up
 * by what is left of it without a letter, which it has in common with what is near.
 */
function tellSlips(kind: string, all: Iterable<Written>, settled: ReadonlyMap<string, Ref>, report: Report): void {
  const counts = countsOf(all);
  const near = new Map<string, string[]>();
  for (const { slug: known, name } of [...settled.values(), ...often(counts, settled)])
    for (const part of withoutALetter(known)) near.set(part, [...(near.get(part) ?? []), name]);
  for (const { ref, count, file } of counts.values()) {
    if (count > 1 || settled.has(ref.slug) || ref.slug.length < SHORTEST || /\p{N}/u.test(ref.slug)) continue;
    const nearest = nearestName(ref.name, new Set(withoutALetter(ref.slug).flatMap((part) => near.get(part) ?? [])));
    if (nearest === undefined) continue;
    const message = `Only this story has the ${kind} "${ref.name}".`;
    const remedy = `If it is right, ${kind === "section" ? "leave it; to be sure of all names, list all sections in edition.json." : "name it in edition.json, and this is not said again."}`;
    report({ severity: "notice", file, about: ref.name, message, nearest, remedy });
  }
}

const often = (counts: ReadonlyMap<string, Counted>, settled: ReadonlyMap<string, Ref>): Ref[] =>
  [...counts.values()].filter(({ ref, count }) => count >= OFTEN && !settled.has(ref.slug)).map(({ ref }) => ref);

const withoutALetter = (slug: string): string[] => [
  slug,
  ...Array.from({ length: slug.length }, (_, at) => slug.slice(0, at) + slug.slice(at + 1)),
];

type Spelling = { name: string; others: string[]; file: string };

/** The spelling that most articles use for each slug; of equals the first. */
function spellings(all: Iterable<Written>, settled: Set<string>): Map<string, Spelling> {
  const counts = new Map<string, Map<string, { count: number; file: string }>>();
  for (const { name, found, count, file } of all) {
    if (!found || settled.has(found.slug)) continue;
    const ofSlug = counts.get(found.slug) ?? new Map<string, { count: number; file: string }>();
    const known = ofSlug.get(name);
    ofSlug.set(name, { count: (known?.count ?? 0) + count, file: known?.file ?? file });
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
    const message = `The ${kind} "${name}" is also written ${written}; all are listed under "${name}".`;
    report({ severity: "notice", file, about: others[0] ?? "", message, remedy: "Name them in edition.json to keep them apart." });
  }
}
