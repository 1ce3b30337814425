import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Article } from "#content/article.ts";
import { latestPath } from "#content/paths.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import type { Teaser } from "#content/teaser.ts";
import { articleQuery } from "../../../data/queries.ts";
import { isRead } from "../../../data/library/noteRead.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { formatDate } from "../../../i18n/formatDate.ts";
import { useWords } from "../../../i18n/words.ts";
import { useTeaserLibrary } from "../../../teasers/teaserLibrary.ts";
import { TeaserCard } from "../../../teasers/TeaserCard.tsx";
import { TeaserMeta } from "../../../teasers/TeaserMeta.tsx";
import { Choice } from "../../../ui/Choice.tsx";
import { PageLink } from "../../../ui/PageLink.tsx";
import { Status } from "../../../ui/Status.tsx";
import { useOwnCalendar } from "../useOwnCalendar.ts";
import { catchUpDigest, type StoryGroup } from "./catchUpDigest.ts";
import { type Missed, useMissed } from "./useMissed.ts";
import { useMarkAsRead } from "./useMarkAsRead.ts";
import { noteDone, useVisits, type Visit } from "./visits.ts";
import "../../../styles/forms.css";
import "../../../ui/button.css";

const MINUTES = ["5", "10", "20"] as const;

type Listen = { listen: (stories: Teaser[]) => ReactNode };

/**
 * /catch-up: what was published since the reader's last visit, in the words of the stories themselves.
 * @param listen renders the control that reads stories aloud
 */
export function CatchUpView({ listen }: Listen) {
  const words = useWords();
  const libraryWords = useLibraryWords();
  const { before } = useVisits();
  const { data, error, refetch } = useMissed(before);
  if (before === undefined) return <p className="standfirst">{libraryWords.catchUpIntro}</p>;
  if (data) return <Digest before={before} missed={data} listen={listen} />;
  return (
    <Status>
      {error ? (
        <p className="standfirst">
          {words.partFailed}{" "}
          <button className="plain more-link" type="button" onClick={() => void refetch()}>
            {words.tryAgain}
          </button>
        </p>
      ) : (
        <p className="standfirst">{words.loading}</p>
      )}
    </Status>
  );
}

function Digest({ before, missed, listen }: Listen & { before: Visit; missed: Missed }) {
  const words = useWords();
  const libraryWords = useLibraryWords();
  const calendar = useOwnCalendar();
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number]>("5");
  const { done } = useVisits();
  const read = useLibrary("read");
  const isDone = (slug: string) => done.includes(slug) || isRead(read.get(slug));
  // Stories read here stay in place until the page is opened again.
  const [gone] = useState(() => new Set(missed.stories.filter(({ slug }) => isDone(slug)).map(({ slug }) => slug)));
  const stories = missed.stories.filter(({ slug }) => !gone.has(slug));
  const { groups, left } = catchUpDigest(stories, missed.followed, missed.ranks, Number(minutes), missed.threads);
  const list = useMarkAsRead(groups, isDone);
  const unread = stories.filter(({ slug }) => !isDone(slug));
  const since = formatDate(new Date(before.at).toISOString(), "weekdayShort", calendar);
  if (stories.length === 0) return <p className="standfirst">{libraryWords.nothingMissed(since)}</p>;
  return (
    <div className="split">
      <aside className="list-options" aria-label={words.catchUp}>
        <p>{libraryWords.missedSince(stories.length, since)}</p>
        <Choice
          legend={libraryWords.timeToRead}
          value={minutes}
          options={MINUTES.map((value) => ({ value, label: words.minutes(Number(value)) }))}
          onChoose={setMinutes}
        />
        {listen(unread)}
        {unread.length > 0 && (
          <button className="button quiet" type="button" onClick={() => noteDone(unread.map(({ slug }) => slug))}>
            {libraryWords.markAllRead}
          </button>
        )}
      </aside>
      <section aria-labelledby="missed">
        <h2 id="missed" className="unseen">
          {libraryWords.missedSince(stories.length, since)}
        </h2>
        <Status>{unread.length === 0 && <p className="standfirst">{libraryWords.caughtUp}</p>}</Status>
        <ol role="list" className="items" ref={list}>
          {groups.map((group) => (
            <li key={group.story.slug} data-slug={group.story.slug} className={isDone(group.story.slug) ? "done" : undefined}>
              <GroupCard {...group} done={isDone(group.story.slug)} />
            </li>
          ))}
        </ol>
        {left > 0 && (
          <p>
            {libraryWords.moreMissed(left)} <PageLink to={latestPath}>{words.allLatest}</PageLink>
          </p>
        )}
      </section>
    </div>
  );
}

/** A story with a quotation, and below it the headlines of the other stories in its group. */
function GroupCard({ story, more, done }: StoryGroup & { done: boolean }) {
  const shown = useTeaserLibrary()?.teaser(story);
  const { data } = useQuery({ ...articleQuery(story.slug), enabled: story.standfirst === undefined, retry: false });
  const standfirst = story.standfirst ?? (data && beginning(data.article));
  return (
    <>
      <TeaserCard teaser={{ ...story, standfirst }} picture={false}>
        <TeaserMeta teaser={story} style="date" seen={done}>
          {shown?.save}
        </TeaserMeta>
      </TeaserCard>
      {more.length > 0 && (
        <ul role="list" className="more-on">
          {more.map((teaser) => (
            <li key={teaser.slug}>
              <TeaserCard teaser={teaser} shape="small" picture={false} meta="shortDate" />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The shortest quotation from a story's beginning, in characters, unless its first paragraph is shorter. */
const ENOUGH = 160;

/** The first sentences of a story's first paragraph. */
function beginning({ body, inLanguage }: Article): string | undefined {
  const first = body.find((block) => block.type === "paragraph");
  if (!first) return undefined;
  let quotation = "";
  for (const { segment } of new Intl.Segmenter(inLanguage, { granularity: "sentence" }).segment(inlineText(first.children))) {
    if (quotation.length >= ENOUGH) break;
    quotation += segment;
  }
  return quotation.trim();
}
