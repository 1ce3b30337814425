import type { Article } from "#content/article.ts";
import type { LibraryValue } from "#content/library/record.ts";
import type { ListKind } from "#content/pages/listPage.ts";

/** A story as it waits in a queue: enough to name it. */
export type QueuedStory = LibraryValue<"listening">["stories"][number];

/** The page of a list that has what comes next. */
export type Older = { kind: ListKind; slug: string; page: number };

export type Queue = { stories: QueuedStory[]; older?: Older | undefined };

export type Named = {
  slug: string;
  headline: string;
  inLanguage?: string | undefined;
  readingMinutes?: number | undefined;
  hasRecording?: boolean | undefined;
};

/** What is to be read aloud, as the page knows it that asks for it. */
export type ToHear = { stories: readonly (Named | QueuedStory)[]; older?: Older | undefined };

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

/** How long stories take to hear, which is about as long as to read. Undefined where that is not known of each. */
export function minutesOf(stories: readonly QueuedStory[]): number | undefined {
  return stories.reduce<number | undefined>(
    (sum, { minutes }) => (sum === undefined || minutes === undefined ? undefined : sum + minutes),
    0,
  );
}
