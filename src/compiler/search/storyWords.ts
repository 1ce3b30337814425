import type { Article } from "#content/article.ts";
import { eachToken } from "#content/search/eachToken.ts";
import { type Counts, impactLevel } from "./impact.ts";
import { searchTexts } from "./searchTexts.ts";

/** A word in a story: its impact, where it stands, and how it is written when folding changed more than its case. */
export type StoryWord = { level: number; places: number[]; inHeadline: boolean; label: string };

/** Words between two parts of a story: nothing is near across this. */
const APART = 8;

type Found = Counts & { places: number[]; label: string };

/** The words of a story with their impacts. Positions run through headline, standfirst, body and what stands beside it. */
export function storyWords(article: Article): Map<string, StoryWord> {
  const found = new Map<string, Found>();
  const lengths: Counts = { headline: 0, standfirst: 0, aside: 0, body: 0 };
  const { headline, standfirst, aside, body } = searchTexts(article);
  let position = 0;
  const read = (part: keyof Counts, texts: string[]): void => {
    for (const text of texts) {
      const before = position;
      position = eachToken(text, (term, start, end, at) => add(found, part, term, text, start, end, at), position);
      lengths[part] += position - before;
      position += 1;
    }
    position += APART;
  };
  read("headline", [headline]);
  read("standfirst", [standfirst]);
  read("body", body);
  read("aside", aside);
  return weighed(found, lengths);
}

function add(found: Map<string, Found>, part: keyof Counts, term: string, text: string, start: number, end: number, at: number): void {
  let word = found.get(term);
  if (!word) {
    word = { headline: 0, standfirst: 0, aside: 0, body: 0, places: [], label: label(term, text, start, end) };
    found.set(term, word);
  }
  word[part] += 1;
  // An Arabic word and its bare form, or two equal pairs, can fall on one place.
  if (word.places.at(-1) !== at) word.places.push(at);
}

const ASCII = /^[\0-\x7f]*$/u;

/** "" for what reads as its term does; plain words are most of an archive. */
function label(term: string, text: string, start: number, end: number): string {
  if (end - start === term.length && ASCII.test(term) && ASCII.test(text.slice(start, end))) return "";
  const written = text.slice(start, end).toLowerCase().normalize("NFC");
  return written.replace(/[.,]/gu, "") === term || written.length > term.length + 3 ? "" : written;
}

function weighed(found: Map<string, Found>, lengths: Counts): Map<string, StoryWord> {
  const words = new Map<string, StoryWord>();
  for (const [term, times] of found) {
    const { places, label, headline } = times;
    words.set(term, { level: impactLevel(times, lengths), places, inHeadline: headline > 0, label });
  }
  return words;
}
