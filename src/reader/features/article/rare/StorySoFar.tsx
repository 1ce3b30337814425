import { type ComponentType, Fragment } from "react";
import type { PlaceInThread } from "#content/pages/articlePage.ts";
import { subjectPath } from "#content/paths.ts";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { formatDate, useCalendar } from "../../../i18n/formatDate.ts";
import { languageOf } from "../../../i18n/languageOf.ts";
import { partWords } from "../../../i18n/partWords.ts";
import { useTeaserLibrary } from "../../../teasers/teaserLibrary.ts";
import { Unmuted } from "../../../teasers/Unmuted.tsx";
import { HeadlineLink } from "../../../ui/HeadlineLink.tsx";
import { PageLink } from "../../../ui/PageLink.tsx";
import { Timestamp } from "../../../ui/Timestamp.tsx";
import rare from "./rare.css?url";

const { load, use: useThreadWords } = partWords("thread");

type Props = { thread: PlaceInThread; slug: string };

/** Loads the words and styles together with the component. */
export async function withSheet(): Promise<ComponentType<Props>> {
  await Promise.all([load(), loadSheet(rare)]);
  return StorySoFar;
}

/** "The story so far": a timeline of the stories before and after this one, in which those new to the reader are marked. */
function StorySoFar({ thread: { slug: threadSlug, name, count, stories }, slug }: Props) {
  const words = useThreadWords();
  const calendar = useCalendar();
  const library = useTeaserLibrary();
  const [first] = stories;
  if (!first) return null;
  // New are the stories after the last one that the reader has read; if they have read none, nothing is new.
  const lastSeen = stories.findLastIndex((story) => story.slug !== slug && library?.teaser(story).seen);
  const isNew = (place: number) => lastSeen !== -1 && place > lastSeen && stories[place]?.slug !== slug;
  const path = subjectPath("thread", threadSlug);
  return (
    <section className="rare page strip" aria-labelledby="story-so-far">
      <header className="desk-head">
        <h2 id="story-so-far">
          {words.storySoFar}
          {name !== first.headline && (
            <>
              {" "}
              <small>
                <bdi>{name}</bdi>
              </small>
            </>
          )}
        </h2>
        <PageLink className="more-link" to={path}>
          {words.storiesSince(count, formatDate(first.datePublished, "month", calendar))}
        </PageLink>
      </header>
      <ol role="list" className="timeline">
        {stories.map((story, place) => (
          <Fragment key={story.slug}>
            {story.skipped !== undefined && (
              <li className="skipped">
                <PageLink to={path}>{words.skipped(story.skipped)}</PageLink>
              </li>
            )}
            <li className={story.turningPoint ? "turning-point" : undefined} aria-current={story.slug === slug || undefined}>
              <p className="meta">
                <Timestamp date={story.datePublished} style="day" />
                {story.turningPoint && <span>{words.turningPoint}</span>}
                {story.slug === slug && <span>{words.thisStory}</span>}
                {isNew(place) && <b>{words.newToYou}</b>}
              </p>
              <Unmuted story={story}>
                <h3 {...languageOf(story)}>
                  {story.slug === slug ? (story.hyphenated ?? story.headline) : <HeadlineLink story={story} />}
                </h3>
              </Unmuted>
            </li>
          </Fragment>
        ))}
      </ol>
    </section>
  );
}
