import type { Article } from "#content/article.ts";
import { weightOfLevel } from "#content/search/postings.ts";
import { storyWords } from "./storyWords.ts";

/** What a story is about stands at its beginning; so much of its body is read. */
const BLOCKS_READ = 8;

/** Words by which a story can be found, and of those the ones it asks with: the rarest of those it says most. */
const KEPT = 40;
const ASKED = 20;

/** A word in more than this share of the stories says nothing about one. */
const MOST_SHARE = 0.1;
/** In a small edition, so many stories are no sign of a common word. */
const FEW = 8;

/** Of the stories of a word, only the newest are looked at, so that the work per story has a bound. */
const MOST_CANDIDATES = 300;

/** One word in common is chance. */
const LEAST_SHARED = 2;

type Keyword = { word: string; weight: number };

/**
 * Gives the function that finds the stories nearest to one by their words, for
 * strips of stories without topics. The weight of a word is as in the search:
 * its impact in the story times its rarity; two stories are as near as the sum
 * of the products of their common keywords' weights. Nothing is read before the
 * first question.
 * @param stories the whole edition, oldest first
 * @returns at most `most` stories, the nearest first, of equal ones the newer; never the story itself
 */
export function relatedStories(stories: readonly Article[]): (article: Article, most: number) => Article[] {
  let known: Known | undefined;
  return (article, most) => {
    known ??= read(stories);
    return nearest(known, article, most);
  };
}

/** Stories of a word by rank, with its weight in each. */
type Having = { ranks: number[]; weights: number[] };

type Known = { stories: readonly Article[]; asking: Keyword[][]; having: Map<string, Having>; rank: Map<string, number> };

function read(stories: readonly Article[]): Known {
  const counts = new Map<string, number>();
  for (const story of stories) for (const word of openingWords(story).keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const having = new Map<string, Having>();
  const asking = stories.map((story, rank) => {
    const keywords = keywordsOf(story, counts, stories.length);
    for (const { word, weight } of keywords) {
      const known = having.get(word) ?? { ranks: [], weights: [] };
      known.ranks.push(rank);
      known.weights.push(weight);
      having.set(word, known);
    }
    return keywords.slice(0, ASKED);
  });
  return { stories, asking, having, rank: new Map(stories.map(({ slug }, rank) => [slug, rank])) };
}

function openingWords(story: Article): ReturnType<typeof storyWords> {
  return storyWords({ ...story, body: story.body.slice(0, BLOCKS_READ) });
}

const WORD = /^\p{L}{3,}$/u;

function keywordsOf(story: Article, counts: ReadonlyMap<string, number>, total: number): Keyword[] {
  const most = Math.max(FEW, total * MOST_SHARE);
  return [...openingWords(story)]
    .flatMap(([word, { level }]) => {
      const count = counts.get(word) ?? 0;
      if (count < 2 || count > most || !WORD.test(word)) return [];
      return [{ word, weight: weightOfLevel(level) * Math.log(1 + total / count) }];
    })
    .toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, KEPT);
}

function nearest({ stories, asking, having, rank }: Known, article: Article, most: number): Article[] {
  const own = rank.get(article.slug) ?? -1;
  const scores = new Map<number, { score: number; shared: number }>();
  for (const { word, weight } of asking[own] ?? []) {
    const { ranks, weights } = having.get(word) ?? { ranks: [], weights: [] };
    for (let i = Math.max(0, ranks.length - MOST_CANDIDATES); i < ranks.length; i += 1) {
      const other = ranks[i] ?? own;
      if (other === own) continue;
      const before = scores.get(other) ?? { score: 0, shared: 0 };
      scores.set(other, { score: before.score + weight * (weights[i] ?? 0), shared: before.shared + 1 });
    }
  }
  return [...scores]
    .filter(([, { shared }]) => shared >= LEAST_SHARED)
    .toSorted((a, b) => b[1].score - a[1].score || b[0] - a[0])
    .slice(0, most)
    .flatMap(([other]) => stories[other] ?? []);
}
