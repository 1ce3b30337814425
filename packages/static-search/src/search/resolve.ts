import { titleKey, languageKey } from "../format/keys.ts";
import type { Notice } from "../query/notice.ts";
import type { Clause, Item, Query, QueryToken } from "../query/clauses.ts";
import type { Archive } from "./archive.ts";
import { docsOf } from "./days.ts";
import type { DocumentSet } from "./documentSet.ts";
import type { Resolved, ResolvedClause, ResolvedQuery } from "./resolved.ts";
import { valueSets } from "./values.ts";
import { exactForm, formsOrNeighbours, prefixForms, wordForms } from "./wordForms.ts";

/** A word in a larger share of the documents than this is optional if the query has other words. */
const EVERYWHERE = 0.8;

/** Looks up the words of a query in the index, all at once, since each lookup takes a round trip. */
export async function resolve(archive: Archive, query: Query): Promise<ResolvedQuery> {
  const notices: Notice[] = [...query.notices];
  const corrected: { from: string; to: string }[] = [];
  const clauses = await Promise.all(query.clauses.map((clause) => resolveClause(archive, clause, notices, corrected)));
  const selective = clauses.some((clause) => !clause.excluded && !clause.any.every((part) => isEverywhere(part, archive)));
  for (const clause of clauses) clause.optional = selective && !clause.excluded && clause.any.some((part) => isEverywhere(part, archive));
  return { clauses, notices, corrected };
}

type Corrections = { from: string; to: string }[];

async function resolveClause(archive: Archive, clause: Clause, notices: Notice[], corrected: Corrections): Promise<ResolvedClause> {
  const any = await Promise.all(clause.any.map((item) => resolveItem(archive, item, notices, clause.excluded ? undefined : corrected)));
  return { excluded: clause.excluded, optional: false, any };
}

/** @param corrected undefined if a mistyped word must not be replaced, as an excluded one */
async function resolveItem(archive: Archive, item: Item, notices: Notice[], corrected: Corrections | undefined): Promise<Resolved> {
  switch (item.type) {
    case "word": {
      const completed = item.prefix ? await prefixForms(archive, item.token) : [];
      if (completed.length > 0) return { type: "words", text: item.text, forms: completed };
      if (!corrected) return { type: "words", text: item.text, forms: await wordForms(archive, item.token) };
      const found = await formsOrNeighbours(archive, item.token, item.text, notices);
      if (found.corrected !== undefined) corrected.push({ from: item.text, to: found.corrected });
      return { type: "words", text: item.text, forms: found.forms };
    }
    case "phrase":
      return phrase(archive, item.text, item.tokens, item.quoted);
    case "title":
      return { type: "title", words: await Promise.all(item.tokens.map((token) => titleSets(archive, token))) };
    case "facet": {
      const sets = await valueSets(archive, item.facet, item.text, item.prefix);
      if (sets.length === 0) notices.push({ code: "valueUnknown", field: item.facet, value: item.text });
      return { type: "sets", sets };
    }
    case "language": {
      const sets = await languageSets(archive, item.tag);
      if (sets.length === 0) notices.push({ code: "languageUnknown", value: item.tag });
      return { type: "sets", sets };
    }
    case "dates":
      return { type: "range", ...(await docsOf(archive, item)) };
    case "all":
      return {
        type: "all",
        weight: item.weight,
        parts: await Promise.all(item.items.map((part) => resolveItem(archive, part, notices, undefined))),
      };
  }
}

/** Quoted words must match exactly; of words only joined ("micro-purchase"), the last may have another form, and they may be one word. */
async function phrase(archive: Archive, text: string, tokens: QueryToken[], quoted: boolean): Promise<Resolved> {
  const places = await Promise.all(
    tokens.map((token, i) => (quoted || i < tokens.length - 1 ? exactForm(archive, token.term) : wordForms(archive, token))),
  );
  const joined = quoted ? [] : await wordForms(archive, { term: tokens.map(({ term }) => term).join("") });
  return { type: "phrase", text, quoted, places, joined };
}

async function titleSets(archive: Archive, token: QueryToken): Promise<DocumentSet[]> {
  const forms = await wordForms(archive, token);
  const sets = await Promise.all(forms.map(({ word }) => archive.tree.set(titleKey(word))));
  return sets.filter((set) => set !== undefined);
}

/** "de" also means "de-AT". */
async function languageSets({ manifest, tree }: Archive, asked: string): Promise<DocumentSet[]> {
  const tags = manifest.languages.map(([tag]) => tag.toLowerCase()).filter((tag) => tag === asked || tag.startsWith(`${asked}-`));
  const sets = await Promise.all(tags.map((tag) => tree.set(languageKey(tag))));
  return sets.filter((set) => set !== undefined);
}

function isEverywhere(part: Resolved, { manifest }: Archive): boolean {
  return part.type === "words" && part.forms.some(({ entry, weight }) => weight === 1 && entry.count > manifest.stories * EVERYWHERE);
}
