import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { subjectId } from "#content/library/subjectId.ts";
import type { Teaser } from "#content/teaser.ts";
import { listQuery } from "../../../data/queries.ts";
import { TeaserCard } from "../../../teasers/TeaserCard.tsx";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { FollowedList } from "./FollowedList.tsx";
import { MutedList } from "./MutedList.tsx";
import { mergeStories, newIn, storiesOf } from "./newStories.ts";
import { noteVisit, seenBefore } from "./visit.ts";
import "../../../teasers/deskHead.css";

/** How many stories that are not new the page shows. */
const EARLIER = 12;

/**
 * /following: the new stories of the subjects that the reader follows, and then the earlier ones.
 * @param searches the reader's saved searches
 */
export function FollowingView({ searches }: { searches: ReactNode }) {
  const libraryWords = useLibraryWords();
  const hasSearches = useLibrary("search").size > 0;
  const followed = [...useLibrary("followed").values()].toSorted((a, b) => a.name.localeCompare(b.name));
  const lists = useQueries({ queries: followed.map(({ kind, slug }) => ({ ...listQuery(kind, slug), retry: false })) });
  const loaded = lists.flatMap(({ data }, at) => (data && followed[at] ? [{ subject: followed[at], list: data }] : []));
  const shown = new Map(loaded.map(({ subject, list }) => [subjectId(subject.kind, subject.slug), list]));
  const key = [...shown.keys()].join(" ");
  const note = useEffectEvent(() => void noteVisit(shown));
  useEffect(() => {
    if (key !== "") note();
  }, [key]);
  const fresh = mergeStories(loaded.map(({ subject, list }) => newIn(list, seenBefore(subjectId(subject.kind, subject.slug), subject))));
  const isFresh = new Set(fresh.map(({ slug }) => slug));
  const earlier = mergeStories(loaded.map(({ list }) => storiesOf(list))).filter(({ slug }) => !isFresh.has(slug));
  return (
    <>
      {followed.length === 0 && <p className="standfirst">{libraryWords.nothingFollowed}</p>}
      {followed.length > 0 && (
        <div className="split">
          <FollowedList followed={followed} lists={loaded} />
          <div>
            {fresh.length > 0 && <Stories id="new" title={libraryWords.newSinceVisit} stories={fresh} />}
            {fresh.length === 0 && loaded.length > 0 && <p className="standfirst">{libraryWords.nothingNewSince}</p>}
            {earlier.length > 0 && <Stories id="earlier" title={libraryWords.earlierStories} stories={earlier.slice(0, EARLIER)} />}
          </div>
        </div>
      )}
      {hasSearches && searches}
      <MutedList />
    </>
  );
}

function Stories({ id, title, stories }: { id: string; title: string; stories: Teaser[] }) {
  return (
    <section aria-labelledby={id}>
      <header className="desk-head">
        <h2 id={id}>{title}</h2>
      </header>
      <ol role="list" className="items">
        {stories.map((teaser) => (
          <li key={teaser.slug}>
            <TeaserCard teaser={teaser} shape="brief" />
          </li>
        ))}
      </ol>
    </section>
  );
}
