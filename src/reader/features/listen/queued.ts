import type { Article } from "#content/article.ts";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import type { ListKind } from "#content/pages/listPage.ts";

/** A story in a queue, with what is needed to list it. */
export type QueuedStory = LibraryValue<"listening">["stories"][number];

/** The list page that has the next stories. */
export type NextPage = { kind: ListKind; slug: string; page: number };

export type Queue = { stories: QueuedStory[]; older?: NextPage | undefined };

export type Named = {
  slug: string;
  headline: string;
  inLanguage?: string | undefined;
  readingMinutes?: number | undefined;
  hasRecording?: boolean | undefined;
};

/** Stories to play, as known to the page that asks for them. */
export type QueueRequest = { stories: readonly (Named | QueuedStory)[]; older?: NextPage | undefined };

export const hasRecordingOf = (article: Article | undefined): boolean => article?.audio !== undefined;

export function queued({ slug, headline, inLanguage, hasRecording, ...known }: Named | QueuedStory): QueuedStory {
  const minutes = "minutes" in known ? known.minutes : "readingMinutes" in known ? known.readingMinutes : undefined;
  return {
    slug,
    headline,
    ...(inLanguage !== undefined && { inLanguage }),
    ...(minutes !== undefined && { minutes }),
    ...(hasRecording && { hasRecording }),
  };
}

/** How long it takes to listen to stories, which is about as long as reading them. Undefined unless that is known for every story. */
export function minutesOf(stories: readonly QueuedStory[]): number | undefined {
  return stories.reduce<number | undefined>(
    (sum, { minutes }) => (sum === undefined || minutes === undefined ? undefined : sum + minutes),
    0,
  );
}
