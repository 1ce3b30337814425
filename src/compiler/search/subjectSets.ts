import type { Article, Ref } from "#content/article.ts";
import { languageKey, subjectKey } from "#content/search/keys.ts";
import { slug } from "#content/slug.ts";
import type { SubjectKind } from "#content/teaser.ts";

/** The stories of one subject or language, ascending, and its name. */
export type SubjectSet = { label: string; docs: number[] };

/** What a story hangs on, as keys of the index with their names. "the Netherlands" stands under its slug and under its name. */
export function subjectsOf(article: Article): [key: string, label: string][] {
  const named = (kind: SubjectKind, refs: readonly Ref[]): [string, string][] =>
    refs.flatMap((ref) => {
      const keys = new Set([subjectKey(kind, ref.slug), subjectKey(kind, ref.slug, slug(ref.name))]);
      return [...keys].map((key): [string, string] => [key, ref.name]);
    });
  return [
    ...named("topic", article.topics),
    ...named("place", article.places),
    ...named("author", article.authors),
    ...named("section", article.section ? [article.section] : []),
    [languageKey(article.inLanguage), ""],
  ];
}

/** Adds a story to the sets of what it hangs on. Stories must come in ascending order. */
export function addSubjects(sets: Map<string, SubjectSet>, article: Article, doc: number): void {
  for (const [key, label] of subjectsOf(article)) {
    const set = sets.get(key);
    if (!set) sets.set(key, { label, docs: [doc] });
    else if (set.docs.at(-1) !== doc) set.docs.push(doc);
  }
}
