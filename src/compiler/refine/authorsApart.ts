import type { Draft, DraftAuthor } from "../draft/draft.ts";

/**
 * Splits two authors in one name ("Ada Keane, Ben Ruiz") if another story has
 * one of them alone. A name followed by a title is one author.
 */
export function authorsApart<T extends Pick<Draft, "authors">>(drafts: T[]): T[] {
  const alone = new Set(drafts.flatMap(({ authors }) => authors.map(({ name }) => name)).filter((name) => !BETWEEN.test(name)));
  return drafts.map((draft) => {
    const authors = draft.authors.flatMap((author) => partsOf(author, alone));
    return authors.length === draft.authors.length ? draft : { ...draft, authors };
  });
}

const BETWEEN = /\s*[,;/|]\s*(?:and\s+)?|\s+(?:&|and|und|et|y)\s+/u;

function partsOf(author: DraftAuthor, alone: ReadonlySet<string>): DraftAuthor[] {
  const names = author.slug === undefined && author.kind !== "desk" ? author.name.split(BETWEEN).filter((name) => name !== "") : [];
  const isApart = names.length > 1 && names.some((name) => alone.has(name)) && names.every((name) => alone.has(name) || FULL.test(name));
  return isApart ? names.map((name) => ({ ...author, name })) : [author];
}

/** A given name and a family name, without a word that belongs to a title. */
const FULL =
  /^(?!.*\b(?:writer|editor|reporter|correspondent|staff|director|manager|professor|president|founder|officer|chief|team|jr|sr|phd|md)\b)\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+){1,4}$/iu;
