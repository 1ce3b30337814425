import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { articleQuery } from "../../../data/queries.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import { ReadMark } from "../../../teasers/ReadMark.tsx";
import { TeaserCard } from "../../../teasers/TeaserCard.tsx";
import { formatDate } from "../../../i18n/formatDate.ts";
import { useWords } from "../../../i18n/words.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { RemoveButton } from "../../../ui/RemoveButton.tsx";
import { progressOf } from "../reading/progressOf.ts";
import { useRecord } from "../../../data/library/useLibrary.ts";
import { useOwnCalendar } from "../useOwnCalendar.ts";
import { removeSaved } from "./toggleSaved.ts";
import { bareTeaser, storyTeaser } from "./storyTeaser.ts";

/** A saved story. What the library does not know about it comes from the story itself; without it the headline is enough. */
export function SavedStory({ saved }: { saved: LibraryValue<"saved"> }) {
  const edition = useEdition();
  const { data } = useQuery({ ...articleQuery(saved.slug), retry: false });
  return (
    <TeaserCard teaser={data ? storyTeaser(data.article, edition) : bareTeaser(saved, edition)} shape="brief">
      <SavedMeta saved={saved} article={data?.article} />
    </TeaserCard>
  );
}

type MetaProps = { saved: LibraryValue<"saved">; article: Parameters<typeof progressOf>[0] | undefined };

function SavedMeta({ saved, article }: MetaProps) {
  const words = useWords();
  const libraryWords = useLibraryWords();
  const calendar = useOwnCalendar();
  const [now] = useState(() => Date.now());
  const place = useRecord("position", saved.slug);
  const progress = article && place && !saved.read ? progressOf(article, place) : undefined;
  const day = (time: number) => formatDate(new Date(time).toISOString(), "shortDay", calendar);
  const today = day(saved.savedAt) === day(now);
  return (
    <p className="meta">
      <span>{today ? libraryWords.savedToday : libraryWords.savedAt(day(saved.savedAt))}</span>
      {saved.read && <ReadMark />}
      {progress && <progress className="read" max={1} value={progress.done} aria-label={libraryWords.readSoFar} />}
      {article && !saved.read && <span>{progress ? libraryWords.minutesLeft(progress.left) : words.minutes(article.readingMinutes)}</span>}
      <RemoveButton name={saved.headline} words={libraryWords} onRemove={() => removeSaved(saved)} />
    </p>
  );
}
