import type { AuthorRef, Ref } from "#content/article.ts";
import type { DraftAuthor, DraftRef } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings, SubjectSettings } from "../settings/settings.ts";
import type { Identified } from "./ids.ts";
import { type NameIndex, nameIndex, slugOf } from "./nameIndex.ts";
import { nearestName } from "../text/nearestName.ts";

/** Finds the name and slug that a draft's name stands for; undefined for a name without a letter or digit. */
export type Names = {
  section: (ref: DraftRef) => Ref | undefined;
  topic: (ref: DraftRef) => Ref | undefined;
  place: (ref: DraftRef) => Ref | undefined;
  series: (ref: DraftRef) => Ref | undefined;
  author: (ref: DraftAuthor) => AuthorRef | undefined;
};

/**
 * One name for each section, topic, place and author of the edition, however it
 * is written: the settings' spelling, else the most frequent, else the first.
 */
export function subjectNames(drafts: Identified[], settings: Settings, report: Report): Names {
  const indexOf = (
    kind: string,
    subjects: SubjectSettings[],
    refsOf: (draft: Identified) => DraftRef[],
    near?: typeof nearNames,
  ): NameIndex =>
    nameIndex(
      kind,
      subjects,
      (visit) => {
        for (const draft of drafts) for (const ref of refsOf(draft)) visit(ref, draft.file);
      },
      report,
      near,
    );
  // Only for topics: people and places have proper names, and "Well" is not "Wells".
  const near = /^en\b/iu.test(settings.language) ? nearNames : undefined;
  const authors = indexOf("author", [...settings.desks, ...settings.people], (draft) => draft.authors);
  const kindOf = kinds(drafts, settings, authors);
  const section = indexOf("section", settings.sections, (draft) => (draft.section ? [draft.section] : []));
  reportUnknownSections(drafts, settings, section, report);
  return {
    section,
    topic: indexOf("topic", settings.topics, (draft) => draft.topics, near),
    series: indexOf("series", settings.series, (draft) => (draft.series ? [draft.series] : [])),
    place: indexOf("place", settings.places, (draft) => draft.places),
    author: (ref) => {
      const found = authors(ref);
      return found && { ...found, kind: kindOf.get(found.slug) ?? "person" };
    },
  };
}

/** The kind of each author: as in the settings, else as in the first draft that names one. */
function kinds(drafts: Identified[], settings: Settings, authors: NameIndex): Map<string, AuthorRef["kind"]> {
  const kindOf = new Map<string, AuthorRef["kind"]>();
  const set = (ref: DraftRef, kind: AuthorRef["kind"]) => {
    const found = authors(ref);
    if (found && !kindOf.has(found.slug)) kindOf.set(found.slug, kind);
  };
  for (const { name, slug } of settings.desks) set({ name, slug }, "desk");
  for (const { name, slug } of settings.people) set({ name, slug }, "person");
  for (const draft of drafts) for (const author of draft.authors) if (author.kind) set(author, author.kind);
  return kindOf;
}

/**
 * Groups slugs of one topic that differ only in number or by the word "and",
 * such as "election" and "elections". A word that means something else in the
 * plural stays apart, and each group is reported, so that a publisher can keep
 * two topics apart by naming both in edition.json.
 * @returns groups of at least two, in the order of their first members
 */
function nearNames(slugs: Iterable<string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const slug of slugs) {
    const key = keyOf(slug);
    groups.set(key, [...(groups.get(key) ?? []), slug]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** For English only: a rule of thumb gets the plurals of other languages wrong. */
function keyOf(slug: string): string {
  const words = slug.split("-").filter((word, place, all) => word !== "and" || place === 0 || place === all.length - 1);
  const last = words.at(-1) ?? "";
  return [...words.slice(0, -1), singular(last)].join("-");
}

/** Words whose plural is a word of its own, or that only look like plurals. */
const APART = new Set(
  `arms airs colours colors customs damages earnings essentials forces games glasses goods grounds heads headquarters honours letters looks
   manners means mines minutes news odds outskirts papers physics politics premises proceeds quarters regards returns savings series services
   shorts species spirits stairs states surroundings terms thanks times valuables wales waters ways woods works`.split(/\s+/u),
);

function singular(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/u.test(word) || APART.has(word) || /(?:ss|us|is|ics|as|os)$/u.test(word)) return word;
  if (/[^aeiou]ies$/u.test(word)) return word.length > 5 ? `${word.slice(0, -3)}y` : word;
  if (/(?:[sxz]|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/**
 * If the settings name the edition's sections, no menu leads to the page of any
 * other section: each such section is reported once, with its first file.
 */
function reportUnknownSections(drafts: Identified[], { sections }: Settings, sectionOf: NameIndex, report: Report): void {
  if (sections.length === 0) return;
  const given = new Set(sections.map(slugOf));
  for (const { section, file } of drafts) {
    const found = section && sectionOf(section);
    if (!section || !found || given.has(found.slug)) continue;
    given.add(found.slug);
    const nearest = nearestName(
      found.name,
      sections.map(({ name }) => name),
    );
    const message = `The section "${found.name}" is not among those of edition.json, so no menu leads to it.`;
    const more = nearest === undefined ? {} : { nearest };
    const severity = nearest === undefined ? "notice" : "warning";
    report({
      severity,
      file,
      place: "section",
      about: section.name,
      message,
      ...more,
      remedy: "Add it to the sections there, or correct its name.",
    });
  }
}
