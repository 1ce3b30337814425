import type { Ref } from "#content/article.ts";
import type { SearchDocument } from "#content/search/document.ts";
import type { FacetKind, FacetValue } from "#content/search/results.ts";
import type { SubjectKind } from "#content/teaser.ts";

export const SUBJECTS: readonly SubjectKind[] = ["section", "topic", "place", "author"];
export const FACETS: readonly FacetKind[] = [...SUBJECTS, "year"];

/** How many stories have each subject of a kind, the most frequent first. */
export function tally(stories: readonly SearchDocument[], kind: SubjectKind): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const story of stories) {
    for (const { slug, name } of refsOf(story, kind)) {
      const value = values.get(slug);
      if (value) value.count += 1;
      else values.set(slug, { value: slug, name, count: 1 });
    }
  }
  return [...values.values()].toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** What of a kind a story hangs on. */
export function refsOf(story: SearchDocument, kind: SubjectKind): readonly Ref[] {
  switch (kind) {
    case "section":
      return story.section ? [story.section] : [];
    case "topic":
      return story.topics;
    case "place":
      return story.places;
    case "author":
      return story.authors;
  }
}
