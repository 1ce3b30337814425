import type { Article } from "#content/article.ts";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import { TeaserCard } from "../../../teasers/TeaserCard.tsx";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { storyTeaser } from "../saved/storyTeaser.ts";
import { progressOf } from "./progressOf.ts";

export type UnfinishedStory = { article: Article; place: LibraryValue<"position"> };

/** A story that the reader has begun, with their progress. */
export function UnfinishedCard({ article, place }: UnfinishedStory) {
  const libraryWords = useLibraryWords();
  const edition = useEdition();
  const { done, left } = progressOf(article, place);
  return (
    <TeaserCard teaser={storyTeaser(article, edition)} shape="small" picture={false}>
      <p className="meta">
        <progress className="read" max={1} value={done} aria-label={libraryWords.readSoFar} />
        <span>{libraryWords.minutesLeft(left)}</span>
      </p>
    </TeaserCard>
  );
}
