import type { Ref } from "#content/article.ts";
import type { Schema } from "static-search";
import type { Clause, Item, QueryToken } from "static-search/query";
import { primaryLanguage, type Stem } from "static-search/text/stem";
import { type SearchDocument, searchSchema } from "#content/search.ts";
import { slug } from "#content/slug.ts";
import type { DeviceStory } from "./deviceStory.ts";
import { withoutArticle } from "static-search/text/tokens";

/** How well a story matches a query, and by which of its words. */
export type Match = { score: number; words: ReadonlySet<string> };

/** @returns undefined for a story that does not match */
export type MatchStory = (story: DeviceStory) => Match | undefined;

/** The score of a match in the headline and in the standfirst; elsewhere it is 1. */
const IN_HEADLINE = 4;
const IN_STANDFIRST = 2;

/** @param stem the stemmer of the stories' language */
export function matcher(clauses: readonly Clause[], stem: Stem | undefined): MatchStory {
  const finders = clauses.map(({ excluded, any }) => ({ excluded, finds: any.map((item) => finder(item, stem)) }));
  return (story) => {
    const words = new Set<string>();
    let score = 0;
    for (const { excluded, finds } of finders) {
      const found = finds.flatMap((find) => find(story) ?? []);
      if (excluded ? found.length > 0 : found.length === 0) return undefined;
      score += Math.max(0, ...found.map((match) => match.score));
      for (const match of found) for (const word of match.words) words.add(word);
    }
    return { score, words };
  };
}

function finder(item: Item, stem: Stem | undefined): MatchStory {
  switch (item.type) {
    case "word":
      return sequence([sameWord(item.token, item.prefix, stem)]);
    case "phrase":
      return sequence(item.tokens.map((token) => sameWord(token, false, item.quoted ? undefined : stem)));
    case "title": {
      const finds = item.tokens.map((token) => sequence([sameWord(token, false, stem)]));
      return (story) => all(finds, { ...story, terms: story.terms.slice(0, story.headline) });
    }
    case "facet": {
      const asked = slug(item.text);
      const isMeant = (ref: Ref) => asked !== "" && (slug(ref.name).startsWith(asked) || ref.slug === asked);
      const { facets }: Schema<SearchDocument> = searchSchema;
      return ({ document }) => plain(facets[item.facet]?.of(document).some(isMeant) === true);
    }
    case "language":
      return ({ language }) => plain(primaryLanguage(language) === primaryLanguage(item.tag));
    case "dates":
      return ({ document: { datePublished } }) => plain(isWithin(datePublished.slice(0, "2024-04-22".length), item.from, item.until));
    case "all": {
      const finds = item.items.map((each) => finder(each, stem));
      return (story) => all(finds, story);
    }
  }
}

const plain = (is: boolean): Match | undefined => (is ? { score: 1, words: new Set() } : undefined);

const isWithin = (day: string, from = day, until = "9999"): boolean => day >= from && day < until;

function all(finds: readonly MatchStory[], story: DeviceStory): Match | undefined {
  const found = finds.map((find) => find(story));
  if (found.some((match) => match === undefined)) return undefined;
  const matches = found.flatMap((match) => match ?? []);
  return {
    score: Math.max(0, ...matches.map(({ score }) => score)),
    words: new Set(matches.flatMap(({ words }) => [...words])),
  };
}

/** Matches consecutive words. One match in the headline counts for more than many in the text. */
function sequence(same: readonly SameWord[]): MatchStory {
  return ({ terms, headline, standfirst }) => {
    const words = new Set<string>();
    let score = 0;
    let times = 0;
    for (let at = 0; at <= terms.length - same.length; at += 1) {
      if (!same.every((is, next) => is(terms[at + next] ?? ""))) continue;
      for (const word of terms.slice(at, at + same.length)) words.add(word);
      times += 1;
      score = Math.max(score, at < headline ? IN_HEADLINE : at < standfirst ? IN_STANDFIRST : 1);
    }
    return times === 0 ? undefined : { score: score + Math.log(times), words };
  };
}

/** Whether a word of a story matches a word of a query. */
type SameWord = (term: string) => boolean;

/**
 * @param prefix whether any word that begins with it matches
 * @param stem the stemmer of the story's language; without it only the word itself matches
 */
function sameWord({ term, stripped }: QueryToken, prefix: boolean, stem: Stem | undefined): SameWord {
  const wanted = new Set(stripped === undefined ? [term] : [term, stripped]);
  const stems = new Set(stem ? [...wanted].map(stem) : []);
  const known = new Map<string, boolean>();
  const look = (word: string): boolean =>
    wanted.has(word) ||
    wanted.has(withoutArticle(word) ?? word) ||
    (prefix && word.startsWith(term)) ||
    (stem !== undefined && stems.has(stem(word)));
  return (word) => {
    const is = known.get(word) ?? (word !== "" && look(word));
    known.set(word, is);
    return is;
  };
}
