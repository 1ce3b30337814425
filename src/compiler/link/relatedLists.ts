import type { ListPage } from "#content/pages/listPage.ts";
import type { List } from "./lists.ts";
import { rarity } from "./rarity.ts";
import type { Story } from "./story.ts";
import { refOf, type Subject, type Subjects } from "./subjects.ts";

const MOST_CHIPS = 5;

/**
 * The topics that the stories of a list most often have besides its own. Rarer topics
 * weigh more, or else every list would name the edition's commonest ones; a topic
 * with a single story leads nowhere and is left out.
 * @param stories the whole edition, by rank
 */
export function relatedLists(list: List, subjects: Subjects, stories: Story[]): ListPage["related"] {
  const topics = topicsOf(subjects, stories);
  return mostBeside(list, topics).flatMap((place) => {
    const topic = topics.all[place];
    return topic ? [{ ...refOf(topic), kind: topic.kind }] : [];
  });
}

/**
 * The topics of an edition, those of each story by their places in `all`, and the rarity of each. `times` counts those of one list, and
 * is all 0 between two.
 */
type Topics = { all: Subject[]; ofStory: number[][]; rarities: number[]; times: Int32Array };

/** A story is in some twenty lists, so its topics are looked up once. */
const known = new WeakMap<Subjects, Topics>();

function topicsOf(subjects: Subjects, stories: Story[]): Topics {
  const before = known.get(subjects);
  if (before) return before;
  // By slug, so that of two that weigh the same the first is taken.
  const all = [...subjects.topic.values()].toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const placeOf = new Map(all.map(({ slug }, place) => [slug, place]));
  const ofStory = stories.map(({ article }) => article.topics.flatMap(({ slug }) => placeOf.get(slug) ?? []));
  const rarities = all.map((topic) => rarity(topic.stories.length, stories.length));
  const topics = { all, ofStory, rarities, times: new Int32Array(all.length) };
  known.set(subjects, topics);
  return topics;
}

/** The places of the topics that weigh most. A list of a year may have thousands, so they are not all sorted. */
function mostBeside(list: List, { all, ofStory, rarities, times }: Topics): number[] {
  const found: number[] = [];
  for (const { rank } of list.stories) {
    for (const place of ofStory[rank] ?? []) {
      if (times[place] === 0) found.push(place);
      times[place] = (times[place] ?? 0) + 1;
    }
  }
  const timesOf = (place: number): number => times[place] ?? 0;
  const weightOf = (place: number): number => timesOf(place) * (rarities[place] ?? 0);
  const best: number[] = [];
  for (const place of found) {
    const topic = all[place];
    if (!topic || topic.stories.length < 2 || (list.kind === "topic" && topic.slug === list.slug)) continue;
    const before = best.findIndex((other) => (weightOf(place) - weightOf(other) || timesOf(place) - timesOf(other) || other - place) > 0);
    if (before !== -1 || best.length < MOST_CHIPS) best.splice(before === -1 ? best.length : before, 0, place);
    best.length = Math.min(best.length, MOST_CHIPS);
  }
  for (const place of found) times[place] = 0;
  return best;
}
