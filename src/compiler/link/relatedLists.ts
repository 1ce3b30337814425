import type { ListPage } from "#content/pages/listPage.ts";
import type { List } from "./lists.ts";
import { rarity } from "./rarity.ts";
import { refOf, type Subjects } from "./subjects.ts";

const MOST_CHIPS = 5;

/**
 * The topics that the stories of a list most often have besides its own. Rarer topics
 * weigh more, or else every list would name the edition's commonest ones; a topic
 * with a single story leads nowhere and is left out.
 * @param total the number of stories in the edition
 */
export function relatedLists(list: List, subjects: Subjects, total: number): ListPage["related"] {
  return [...timesBeside(list)]
    .flatMap(([slug, times]) => {
      const topic = subjects.topic.get(slug);
      if (!topic || topic.stories.length < 2) return [];
      return { topic, times, weight: times * rarity(topic.stories.length, total) };
    })
    .toSorted((a, b) => b.weight - a.weight || b.times - a.times || (a.topic.slug < b.topic.slug ? -1 : 1))
    .slice(0, MOST_CHIPS)
    .map(({ topic }) => ({ ...refOf(topic), kind: topic.kind }));
}

function timesBeside(list: List): Map<string, number> {
  const times = new Map<string, number>();
  for (const { article } of list.stories) for (const { slug } of article.topics) times.set(slug, (times.get(slug) ?? 0) + 1);
  if (list.kind === "topic") times.delete(list.slug);
  return times;
}
