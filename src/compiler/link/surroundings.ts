import { digest } from "../state/digest.ts";
import type { KnownName } from "./nameFinder.ts";
import type { Neighbours } from "./neighbours.ts";
import type { InSeries } from "./series.ts";
import type { Story } from "./story.ts";
import { roughly, type Subject, type Subjects } from "./subjects.ts";

type Parts = { stories: Story[]; subjects: Subjects; inSeries: ReadonlyMap<Story, InSeries>; beside: Neighbours[] };

/**
 * Returns the function that identifies, for the story at a rank, all that decides which others its page shows and what it says about
 * them, apart from their own text, its thread and the words of all stories. A story elsewhere in the edition does not change it.
 * @param names the names that are linked in stories
 */
export function surroundings({ stories, subjects, inSeries, beside }: Parts, names: KnownName[]): (rank: number) => string {
  let ofEdition: string | undefined;
  const keys = new Map<Subject, string>();
  const keyOf = (subject: Subject): string => {
    const key = keys.get(subject) ?? digest(JSON.stringify([subject.name, subject.stories.map(rankOf)]));
    keys.set(subject, key);
    return key;
  };
  return (rank) => {
    const story = stories[rank];
    if (!story) return "";
    ofEdition ??= digest(JSON.stringify([roughly(stories.length), names]));
    const { topics, places } = story.article;
    const series = inSeries.get(story);
    const { previous, next } = series?.beside ?? beside[rank] ?? {};
    const around = [...topics.map(({ slug }) => subjects.topic.get(slug)), ...places.map(({ slug }) => subjects.place.get(slug))];
    return digest(
      JSON.stringify([ofEdition, around.map((subject) => subject && keyOf(subject)), series?.place, previous?.rank, next?.rank]),
    );
  };
}

const rankOf = ({ rank }: Story): number => rank;
