import type { Ref } from "#content/article.ts";
import type { Settings } from "../settings/settings.ts";
import type { Story } from "./story.ts";
import { refOf, type Subject, type Subjects } from "./subjects.ts";

const DAY = 24 * 60 * 60 * 1000;

/** With fewer topics than this that have two stories, the edition is small, and any topic in the window may trend. */
const FEW = 3;

/**
 * The topics most written about, in a window of as many days as the settings say,
 * which ends with the newest story (not now: the same archive gives the same result).
 * The newest story counts 1, and a story at the far end of the window half as much. A
 * topic needs two stories in the window, except in small editions.
 * @param stories oldest first
 */
export function trending(stories: Story[], subjects: Subjects, { days, count }: Settings["trending"]): Ref[] {
  const end = stories.at(-1)?.at ?? 0;
  const heats = [...subjects.topic.values()].map((topic) => heat(topic, end, days * DAY)).filter(({ recent }) => recent > 0);
  const often = heats.filter(({ recent }) => recent > 1);
  return (often.length < FEW ? heats : often)
    .toSorted(hottestFirst)
    .slice(0, count)
    .map(({ topic }) => refOf(topic));
}

type Heat = { topic: Subject; recent: number; weight: number };

function heat(topic: Subject, end: number, span: number): Heat {
  let recent = 0;
  let weight = 0;
  for (let i = topic.stories.length - 1; i >= 0; i -= 1) {
    const age = end - (topic.stories[i]?.at ?? -Infinity);
    if (age > span) break;
    if (topic.stories[i]?.article.sponsor) continue;
    recent += 1;
    weight += 2 ** (-age / span);
  }
  return { topic, recent, weight };
}

function hottestFirst(a: Heat, b: Heat): number {
  return b.weight - a.weight || b.topic.stories.length - a.topic.stories.length || (a.topic.slug < b.topic.slug ? -1 : 1);
}
