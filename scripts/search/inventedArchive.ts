import type { Article, Ref } from "../../src/content/article.ts";
import { slug } from "../../src/content/slug.ts";
import { inventedWord } from "./inventedWords.ts";
import { random } from "./random.ts";

const WORDS = 600;

/**
 * Zipf's law holds for the words that everybody knows; rarer ones fall off with
 * the square of their rank (Ferrer i Cancho and Solé 2001). So 60 million words
 * have about 400,000 different ones, as in an archive of news (Heaps' law).
 */
const KNOWN = 8000;
const SHIFT = 2.7;
const FIRST = Date.parse("2004-01-01T06:00:00Z");
const LAST = Date.parse("2024-04-22T06:00:00Z");

/**
 * Stories of 600 invented words, oldest first, the same on every run. Words
 * follow Zipf's law; each story has a few words of its own that it comes back
 * to, and its headline has them. It can be gone through again.
 */
export function inventedArchive(stories: number): Iterable<Article> {
  return {
    *[Symbol.iterator]() {
      const next = random(20240422);
      for (let i = 0; i < stories; i += 1) yield inventedStory(i, stories, next);
    },
  };
}

/** The same archive a day later: one story of its middle has another headline, and ten are new. */
export function nextEdition(stories: number): Iterable<Article> {
  return {
    *[Symbol.iterator]() {
      const first: Article[] = [];
      let i = 0;
      for (const article of inventedArchive(stories)) {
        if (i < 10) first.push(article);
        yield i === Math.floor(stories / 2) ? { ...article, headline: `${article.headline} corrected` } : article;
        i += 1;
      }
      for (const [n, article] of first.entries()) {
        yield { ...article, slug: `new-${n}`, id: `new-${n}`, datePublished: new Date(LAST + (n + 1) * 60_000).toISOString() };
      }
    },
  };
}

function inventedStory(i: number, stories: number, next: () => number): Article {
  const subject = Array.from({ length: 6 }, () => inventedWord(zipf(next, 150)));
  const words = Array.from({ length: WORDS }, () =>
    next() < 0.05 ? (subject[Math.floor(next() * 6)] ?? "") : inventedWord(zipf(next, 0)),
  );
  const headline = [...subject.slice(0, 4), ...words.slice(0, 5)].toSorted(() => next() - 0.5).join(" ");
  const paragraphs = Array.from({ length: 10 }, (_, p) => `${words.slice(p * 60, p * 60 + 60).join(" ")}.`);
  const topics = unique([name("Topic", next, 8000), name("Topic", next, 8000), name("Topic", next, 8000)]);
  return {
    id: String(i),
    slug: `${slug(headline.slice(0, 60))}-${i}`,
    headline,
    standfirst: `${[...subject.slice(2), ...words.slice(20, 38)].join(" ")}.`,
    body: paragraphs.map((text) => ({ type: "paragraph", children: [{ type: "text", text }] })),
    section: name("Section", next, 9),
    authors: [{ ...name("Desk", next, 200), kind: "desk" }],
    datePublished: new Date(FIRST + Math.floor(((LAST - FIRST) * i) / stories)).toISOString(),
    topics,
    places: unique([name("Place", next, 2000), name("Place", next, 2000)]),
    inLanguage: "en",
    direction: "ltr",
    urgency: 5,
    corrections: [],
    citations: [],
    oldUrls: [],
    readingMinutes: 3,
  };
}

/** A rank from `skipped` on. */
function zipf(next: () => number, skipped: number): number {
  const known = Math.log((KNOWN + SHIFT) / (1 + skipped + SHIFT));
  const at = next() * (known + KNOWN / (KNOWN + SHIFT));
  if (at < known) return Math.floor((1 + skipped + SHIFT) * Math.exp(at) - SHIFT) - 1;
  return Math.floor(KNOWN / Math.max(1e-6, 1 - (at - known))) - 1;
}

function name(kind: string, next: () => number, many: number): Ref {
  const rank = Math.floor(many ** next());
  const word = inventedWord(rank * 31 + kind.length);
  return { slug: `${word}-${rank}`, name: `${word} ${rank}` };
}

function unique(refs: Ref[]): Ref[] {
  return refs.filter((ref, i) => refs.findIndex(({ slug: other }) => other === ref.slug) === i);
}
