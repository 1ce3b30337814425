import type { AuthorRef, Ref } from "#content/article.ts";
import type { DraftAuthor, DraftRef } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings, SubjectSettings } from "../settings.ts";
import type { Identified } from "./ids.ts";
import { type NameBook, nameBook } from "./nameBook.ts";
import { nearNames } from "./nearNames.ts";
import { reportSectionsApart } from "./sectionsApart.ts";

/** Finds the name and address that a draft's name stands for. undefined for a name without a letter or digit. */
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
export function names(drafts: Identified[], settings: Settings, report: Report): Names {
  const book = (kind: string, subjects: SubjectSettings[], refsOf: (draft: Identified) => DraftRef[], near?: typeof nearNames): NameBook =>
    nameBook(
      kind,
      subjects,
      (visit) => {
        for (const draft of drafts) for (const ref of refsOf(draft)) visit(ref, draft.file);
      },
      report,
      near,
    );
  // Persons and places have names of their own: "Well" is not "Wells".
  const near = /^en\b/iu.test(settings.language) ? nearNames : undefined;
  const authors = book("author", [...settings.desks, ...settings.people], (draft) => draft.authors);
  const kindOf = kinds(drafts, settings, authors);
  const section = book("section", settings.sections, (draft) => (draft.section ? [draft.section] : []));
  reportSectionsApart(drafts, settings, section, report);
  return {
    section,
    topic: book("topic", settings.topics, (draft) => draft.topics, near),
    series: book("series", settings.series, (draft) => (draft.series ? [draft.series] : [])),
    place: book("place", settings.places, (draft) => draft.places),
    author: (ref) => {
      const found = authors(ref);
      return found && { ...found, kind: kindOf.get(found.slug) ?? "person" };
    },
  };
}

/** A desk is what the settings call one, or the first source that says so. */
function kinds(drafts: Identified[], settings: Settings, authors: NameBook): Map<string, AuthorRef["kind"]> {
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
