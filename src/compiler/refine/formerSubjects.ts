import type { FollowedKind } from "#content/library/libraryRecord.ts";
import { inSite, seriesPath, subjectPath } from "#content/paths.ts";
import { dottedSlug } from "#content/slug.ts";
import type { DraftRef } from "../draft/draft.ts";
import type { Identified } from "./ids.ts";
import type { NameIndex } from "./nameIndex.ts";
import type { Names } from "./subjectNames.ts";

/** The page of a subject, the file of the first story that names it, and its former addresses. */
export type FormerSubject = { path: string; file: string; oldUrls: string[] };

/**
 * The subjects that had another address in earlier versions, which made two topics of "İstanbul" and "istanbul".
 * @param drafts oldest first
 * @param prefixOf gives the prefix of a story's edition
 */
export function formerSubjects(
  drafts: Identified[],
  namesFor: (draft: Identified) => Names,
  prefixOf: (draft: Identified) => string,
): FormerSubject[] {
  const found = new Map<string, FormerSubject>();
  for (const draft of drafts) {
    const note = (kind: FollowedKind | "series", ref: DraftRef, nameOf: NameIndex): void => {
      const former = ref.slug === undefined ? dottedSlug(ref.name, draft.datePublished) : undefined;
      const now = former === undefined ? undefined : nameOf(ref);
      if (former === undefined || now === undefined || now.slug === former) return;
      const pathOf = (slug: string) => inSite(prefixOf(draft), kind === "series" ? seriesPath(slug) : subjectPath(kind, slug));
      const from = pathOf(former);
      if (!found.has(from)) found.set(from, { path: pathOf(now.slug), file: draft.file, oldUrls: [from] });
    };
    const names = namesFor(draft);
    if (draft.section) note("section", draft.section, names.section);
    if (draft.series) note("series", draft.series, names.series);
    for (const ref of draft.topics) note("topic", ref, names.topic);
    for (const ref of draft.places) note("place", ref, names.place);
    for (const ref of draft.authors) note("author", ref, names.author);
  }
  return [...found.values()];
}
