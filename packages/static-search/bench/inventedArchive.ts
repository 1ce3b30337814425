import type { Document } from "../src/build.ts";
import type { Schema, Value } from "../src/index.ts";
import { inventedWord, random } from "./inventedWords.ts";

/** What the index keeps of a document, to show it as a hit. */
type Kept = { id: string; title: string; summary: string; date: string; facets: Record<Name, Value[]> };

type Name = "topic" | "place" | "section" | "author";

export const schema: Schema<Kept, Name> = {
  facets: {
    topic: { of: ({ facets }) => facets.topic },
    place: { of: ({ facets }) => facets.place },
    section: { of: ({ facets }) => facets.section },
    author: { of: ({ facets }) => facets.author },
  },
  listed: "section",
};

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
 * Documents of 600 invented words, oldest first, the same on every run. Words
 * follow Zipf's law; each document has a few words of its own that it comes back
 * to, and its title has them. It can be gone through again.
 */
export function inventedArchive(count: number): Iterable<Document> {
  return {
    *[Symbol.iterator]() {
      const next = random(20240422);
      for (let i = 0; i < count; i += 1) yield inventedDocument(i, count, next);
    },
  };
}

/** The same archive a day later: one document of its middle has another title, and ten are new. */
export function nextArchive(count: number): Iterable<Document> {
  return {
    *[Symbol.iterator]() {
      const first: Document[] = [];
      let i = 0;
      for (const document of inventedArchive(count)) {
        if (i < 10) first.push(document);
        yield i === Math.floor(count / 2) ? titled(document, "corrected") : document;
        i += 1;
      }
      for (const [n, document] of first.entries()) {
        yield { ...document, id: `new-${n}`, date: new Date(LAST + (n + 1) * 60_000).toISOString() };
      }
    },
  };
}

function inventedDocument(i: number, count: number, next: () => number): Document {
  const subject = Array.from({ length: 6 }, () => inventedWord(zipf(next, 150)));
  const words = Array.from({ length: WORDS }, () =>
    next() < 0.05 ? (subject[Math.floor(next() * 6)] ?? "") : inventedWord(zipf(next, 0)),
  );
  const title = [...subject.slice(0, 4), ...words.slice(0, 5)].toSorted(() => next() - 0.5).join(" ");
  const paragraphs = Array.from({ length: 10 }, (_, p) => `${words.slice(p * 60, p * 60 + 60).join(" ")}.`);
  const date = new Date(FIRST + Math.floor(((LAST - FIRST) * i) / count)).toISOString();
  const summary = `${[...subject.slice(2), ...words.slice(20, 38)].join(" ")}.`;
  const topic = unique([name("Topic", next, 8000), name("Topic", next, 8000), name("Topic", next, 8000)]);
  const section = [name("Section", next, 9)];
  const author = [name("Desk", next, 200)];
  const place = unique([name("Place", next, 2000), name("Place", next, 2000)]);
  const facets = { topic, place, section, author };
  const aside = Object.values(facets).flatMap((values) => values.map((value) => value.name));
  const id = String(i);
  const fields = { title, summary, body: paragraphs, aside };
  return { id, date, language: "en", fields, facets, stored: { id, title, summary, date, facets } };
}

/** The same document with a word more in its title. */
function titled(document: Document, more: string): Document {
  const title = `${[document.fields["title"]].flat().join(" ")} ${more}`;
  return { ...document, fields: { ...document.fields, title } };
}

/** A rank from `skipped` on. */
function zipf(next: () => number, skipped: number): number {
  const known = Math.log((KNOWN + SHIFT) / (1 + skipped + SHIFT));
  const at = next() * (known + KNOWN / (KNOWN + SHIFT));
  if (at < known) return Math.floor((1 + skipped + SHIFT) * Math.exp(at) - SHIFT) - 1;
  return Math.floor(KNOWN / Math.max(1e-6, 1 - (at - known))) - 1;
}

function name(kind: string, next: () => number, many: number): Value {
  const rank = Math.floor(many ** next());
  const word = inventedWord(rank * 31 + kind.length);
  return { slug: `${word}-${rank}`, name: `${word} ${rank}` };
}

function unique(refs: Value[]): Value[] {
  return refs.filter((ref, i) => refs.findIndex(({ slug: other }) => other === ref.slug) === i);
}
