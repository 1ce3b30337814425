import { createHash } from "node:crypto";
import { articlePath } from "#content/paths.ts";
import type { Story } from "../link/story.ts";
import { linksOfBody } from "../refine/mapLinks.ts";
import { openingWords, unpackedNames, unpackedWords } from "../search/openingWords.ts";
import { digestOfAll } from "../state/digest.ts";
import type { WordMemory } from "../state/WordMemory.ts";
import type { Wishes } from "./wishes.ts";

/** What of a story tells what it goes on with. */
export type Said = {
  /** The words that it begins with, and the names in them; see openingWords. */
  opening: string;
  topics: readonly string[];
  places: readonly string[];
  /** The ranks of stories of its edition that it leads to. */
  links: readonly number[];
};

/** What each story of an edition says, by rank. No story is read whose words the memory knows. */
export function allSaid(stories: Story[], memory: WordMemory | undefined): Said[] {
  const ranks = new Map(stories.map(({ article, rank }) => [articlePath(article.slug), rank]));
  return stories.map(({ article }) => ({
    opening: memory?.of(article, openingWords) ?? openingWords(article),
    topics: article.topics.map(({ slug }) => slug),
    places: article.places.map(({ slug }) => slug),
    links: [...new Set(linksOfBody(article).flatMap((url) => ranks.get(pathInEdition(url)) ?? []))],
  }));
}

/** By what all is known that the threads of an edition are found by. */
export function knownBy(stories: Story[], said: readonly Said[], wishes: Wishes): string {
  const all = createHash("sha256").update(wishes.known);
  stories.forEach(({ article, day }, rank) => {
    const { slug, headline, inLanguage, datePublished, series, translationOf } = article;
    all.update(JSON.stringify([slug, headline, inLanguage, datePublished, day, series?.slug, translationOf, said[rank]]));
  });
  return digestOfAll(all);
}

export const wordsSaid = ({ opening }: Said): Uint32Array => unpackedWords(opening);
export const namesSaid = ({ opening }: Said): Uint32Array => unpackedNames(opening);

/** The path of a story in its edition, which may lie below a prefix. */
function pathInEdition(url: string): string {
  const path = url.replace(/[?#].*$/su, "");
  return path.startsWith("/") ? path.slice(path.lastIndexOf(articlePath(""))) : "";
}
