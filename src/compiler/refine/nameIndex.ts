import * as v from "valibot";
import { type Ref, SlugSchema } from "#content/article.ts";
import { slug } from "#content/slug.ts";
import type { DraftRef } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import { nearestName } from "../text/nearestName.ts";
import type { SubjectSettings } from "../settings/settings.ts";

/** Finds what a name stands for. */
export type NameIndex = (ref: DraftRef) => Ref | undefined;

/**
 * Indexes the names of one kind.
 * @param kind in words, for the report
 * @param subjects from the settings; each is found by its name, slug and aliases
 * @param visitAll visits every name in the edition with its file, in order of publication
 * @param near groups slugs that are spellings of the same name
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
  reportSpellings(kind, spelled, report);
  // A section that is not among those of the settings is reported in any case, see names.ts.
  if (kind !== "section" || subjects.length === 0) reportTypos(kind, all, bySlug, report);
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

/** A name as written: what it stands for, how many articles have it, the file of the first, and the name that is shown in the end. */
type Written = { name: string; found: Ref | undefined; count: number; file: string; named?: Ref | undefined };

/** An archive has a name a thousand times, and making its slug takes a while, so each spelling is looked up once. */
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

/** Differences in the case, width or composition of characters do not make another name. */
const folded = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/** The slug of a name, regardless of the settings. */
export const slugOf = ({ name, slug: given }: DraftRef): string =>
  given !== undefined && v.is(SlugSchema, given) ? given.normalize("NFC") : slug(given ?? "") || slug(name);

/** The name that replaces each merged slug: one in the settings, else the most frequent, else the first. Two in the settings stay apart. */
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

/** A name in at least this many stories may be the one that a misspelt name was meant to be. */
const OFTEN = 3;

/** Shorter names are too often similar: "Iran" and "Iraq". */
const SHORTEST = 6;

/**
 * Reports names in a single story that are one letter away from a name in the settings or in several stories. Most are
 * typing errors; some are not, so they are left as they are. To be fast in archives with many names, each is looked up
 * by its spellings with one letter left out, which similar names share.
 */
function reportTypos(kind: string, all: Iterable<Written>, settled: ReadonlyMap<string, Ref>, report: Report): void {
  const counts = countsOf(all);
  const near = new Map<string, string[]>();
  for (const { slug: known, name } of [...settled.values(), ...often(counts, settled)])
    for (const part of withoutALetter(known)) near.set(part, [...(near.get(part) ?? []), name]);
  for (const { ref, count, file } of counts.values()) {
    if (count > 1 || settled.has(ref.slug) || ref.slug.length < SHORTEST || /\p{N}/u.test(ref.slug)) continue;
    const nearest = nearestName(ref.name, new Set(withoutALetter(ref.slug).flatMap((part) => near.get(part) ?? [])));
    if (nearest === undefined) continue;
    const message = `Only this story has the ${kind} "${ref.name}".`;
    const remedy = `If it is right, ${kind === "section" ? "leave it; to be sure of all names, list all sections in edition.json." : "name it in edition.json, and this notice goes away."}`;
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

/** The spelling that most articles use for each slug; among equals, the first. */
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

function reportSpellings(kind: string, spelled: Map<string, Spelling>, report: Report): void {
  for (const { name, others, file } of spelled.values()) {
    if (others.length === 0) continue;
    const written = others.map((other) => `"${other}"`).join(", ");
    const message = `The ${kind} "${name}" is also written ${written}; all are listed under "${name}".`;
    report({ severity: "notice", file, about: others[0] ?? "", message, remedy: "Name them in edition.json to keep them apart." });
  }
}
