import type { MoreAbout } from "#content/pages/articlePage.ts";
import type { Edition } from "#content/edition/edition.ts";
import { Candidates } from "./candidates.ts";
import { rarity } from "./rarity.ts";
import type { Story } from "./story.ts";
import { refOf, type Subject, type Subjects } from "./subjects.ts";
import { makeTeaser } from "./makeTeaser.ts";

const MOST_TEASERS = 4;
const MOST_NAMED = 2;

/** The strip before teasers are made, so that the next strip can avoid its stories. */
export type Strip = { topics: Subject[]; stories: Story[] };

/**
 * Returns the function that finds "More about TOPIC, TOPIC" for a story, or
 * undefined if no other story shares a topic. Rare shared topics weigh more than
 * common ones, ties go to the newer story, and only the newest 300 stories of a
 * topic are candidates: the cost per story is at most 300 times the number of its
 * topics, however large the edition. The heading names the one or two topics that
 * weigh most among the stories found, and every story in the strip has one of
 * them, so that the heading explains why it is there.
 * Stories already shown above the strip are hidden from it.
 * @param stories the whole edition, oldest first
 */
export function moreAbout(stories: Story[], subjects: Subjects): (story: Story, hidden?: readonly Story[]) => Strip | undefined {
  const candidates = new Candidates(stories.length);
  return (story, hidden = []) => {
    const topics = story.article.topics.flatMap(({ slug }) => subjects.topic.get(slug) ?? []);
    const sharing = candidates.sharing(topics, story).filter((other) => !hidden.includes(other));
    const best = candidates.best(sharing, MOST_TEASERS);
    if (best.length === 0) return undefined;
    const named = heading(topics, best, stories.length);
    const slugs = new Set(named.map(({ slug }) => slug));
    if (best.every((other) => hasAny(other, slugs))) return { topics: named, stories: best };
    const places = named.map((topic) => topics.indexOf(topic));
    return { topics: named, stories: candidates.best(candidates.having(places, topics, sharing), MOST_TEASERS) };
  };
}

/** Converts the strip to its form on the article's page. */
export function moreAboutStrip({ topics, stories }: Strip, edition: Edition): MoreAbout {
  return { topics: topics.map(refOf), teasers: stories.map(({ article }) => makeTeaser(article, edition)) };
}

function heading(topics: Subject[], best: Story[], total: number): Subject[] {
  return topics
    .map((topic) => ({ topic, times: best.filter((story) => hasAny(story, new Set([topic.slug]))).length }))
    .filter(({ times }) => times > 0)
    .map(({ topic, times }) => ({ topic, times, weight: times * rarity(topic.stories.length, total) }))
    .toSorted((a, b) => b.weight - a.weight || b.times - a.times)
    .slice(0, MOST_NAMED)
    .map(({ topic }) => topic);
}

const hasAny = ({ article }: Story, slugs: ReadonlySet<string>): boolean => article.topics.some(({ slug }) => slugs.has(slug));
