import { createHash } from "node:crypto";
import { articlePath } from "#content/paths.ts";
import type { Story } from "../../link/story.ts";
import { linksOfBody } from "../../body/mapLinks.ts";
import { openingWords, unpackedWords } from "../search/openingWords.ts";
import { digestOfAll } from "../../state/digest.ts";
import type { WordMemory } from "../../state/WordMemory.ts";
import type { ResolvedThreadSettings } from "./resolveThreadSettings.ts";

/** The features of a story by which its thread is found. */
export type StoryFeatures = {
  /** The strongest words in its beginning; see openingWords. */
  opening: string;
  topics: readonly string[];
  places: readonly string[];
  /** The ranks of stories of its edition that it links to. */
  links: readonly number[];
};

/** The features of each story of an edition, by rank. Stories whose words are in the memory are not read. */
export function storyFeatures(stories: Story[], memory: WordMemory | undefined): StoryFeatures[] {
  const ranks = new Map(stories.map(({ article, rank }) => [articlePath(article.slug), rank]));
  return stories.map(({ article }) => ({
    opening: memory?.of(article, openingWords) ?? openingWords(article),
    topics: article.topics.map(({ slug }) => slug),
    places: article.places.map(({ slug }) => slug),
    links: [...new Set(linksOfBody(article).flatMap((url) => ranks.get(pathInEdition(url)) ?? []))],
  }));
}

/** After this many stories there is a digest of the stories so far. */
const STORIES_A_PART = 64;

/** The digest of everything that the threads of an edition depend on, and the digests of what those of its oldest stories depend on. */
export type ThreadsDigest = { known: string; parts: string[] };

export function threadsDigest(stories: Story[], features: readonly StoryFeatures[], settings: ResolvedThreadSettings): ThreadsDigest {
  const all = createHash("sha256").update(settings.effect);
  const parts: string[] = [];
  stories.forEach(({ article, day }, rank) => {
    const { slug, headline, inLanguage, datePublished, series, translationOf } = article;
    all.update(JSON.stringify([slug, headline, inLanguage, datePublished, day, series?.slug, translationOf, features[rank]]));
    if ((rank + 1) % STORIES_A_PART === 0) parts.push(digestOfAll(all.copy()));
  });
  return { known: digestOfAll(all), parts };
}

/** How many of the oldest stories of two builds are the same in everything that their threads depend on. */
export function sameStories(before: readonly string[], now: readonly string[]): number {
  const other = now.findIndex((part, at) => part !== before[at]);
  return STORIES_A_PART * (other === -1 ? now.length : other);
}

/** The packed words in a story's beginning. */
export const openingWordsOf = ({ opening }: StoryFeatures): Uint32Array => unpackedWords(opening);

/** The path of a story in its edition, without the edition's prefix. */
function pathInEdition(url: string): string {
  const path = url.replace(/[?#].*$/su, "");
  return path.startsWith("/") ? path.slice(path.lastIndexOf(articlePath(""))) : "";
}
