import type { Article } from "#content/article.ts";
import { milliseconds } from "#content/instant.ts";
import { Catalogue } from "./catalogue.ts";
import { digestOf } from "../state/lazyBody.ts";
import type { SearchSettings } from "./searchSettings.ts";
import type { StoryMark } from "./searchState.ts";

/** Stories that differ from those of the build before or are new, by number, and what is said of all together. */
export type Changes = { marks: StoryMark[]; changed: Map<number, Article>; catalogue: Catalogue };

export function markOf(article: Article): StoryMark {
  return { slug: article.slug, at: milliseconds(article.datePublished), digest: digestOf(article) };
}

/**
 * Compares an edition with the one before. Undefined when stories do not have
 * the numbers that they had (one is gone, or one of an earlier date has come),
 * or when so many differ that building all anew is quicker.
 * @param most how many may differ
 */
export function changesSince(
  before: readonly StoryMark[],
  articles: Iterable<Article>,
  settings: SearchSettings,
  most: number,
): Changes | undefined {
  const catalogue = new Catalogue(settings);
  const marks: StoryMark[] = [];
  const changed = new Map<number, Article>();
  for (const article of articles) {
    const mark = markOf(article);
    const old = before[marks.length];
    if (old && (old.slug !== mark.slug || old.at !== mark.at)) return undefined;
    if (old?.digest !== mark.digest) changed.set(marks.length, article);
    if (changed.size > most) return undefined;
    marks.push(mark);
    catalogue.add(article);
  }
  return marks.length < before.length ? undefined : { marks, changed, catalogue };
}
