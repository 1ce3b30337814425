import { useQuery } from "@tanstack/react-query";
import { useId, useRef } from "react";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { articlePath } from "#content/paths.ts";
import { articleQuery } from "../../../data/queries.ts";
import { articleTeaser } from "../../../device/articleTeaser.ts";
import { useNearViewport } from "../../../ui/useNearViewport.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import { languageOf } from "../../../i18n/languageOf.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { RemoveButton } from "../../../ui/RemoveButton.tsx";
import { Timestamp } from "../../../ui/Timestamp.tsx";
import { formatDate } from "../../../i18n/formatDate.ts";
import { useWords } from "../../../i18n/words.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { recordLanguage } from "../saved/storyTeaser.ts";
import { useOwnCalendar } from "../useOwnCalendar.ts";
import { removeRead } from "./clearHistory.ts";
import "../../../teasers/teaser.css";

type Read = LibraryValue<"read">;

/** The stories of one day, each with the time at which it was opened. */
export function HistoryDay({ name, stories }: { name: string; stories: Read[] }) {
  const words = useWords();
  const id = useId();
  return (
    <section className="day" aria-labelledby={id}>
      <h2 className="label" id={id}>
        {name}
        <span>{words.stories(stories.length)}</span>
      </h2>
      <ol role="list" className="read-list">
        {stories.map((story) => (
          <ReadStory key={story.slug} story={story} />
        ))}
      </ol>
    </section>
  );
}

/** A story that was opened. What the history does not know about it is loaded once it is nearly in view. */
function ReadStory({ story }: { story: Read }) {
  const libraryWords = useLibraryWords();
  const calendar = useOwnCalendar();
  const edition = useEdition();
  const card = useRef<HTMLLIElement>(null);
  const near = useNearViewport(card);
  const { data } = useQuery({ ...articleQuery(story.slug), enabled: near, retry: false });
  const at = new Date(story.readAt).toISOString();
  return (
    <li ref={card}>
      <time className="hint" dateTime={at}>
        {formatDate(at, "time", calendar)}
      </time>
      <article className="teaser small">
        <h3 {...languageOf(data ? articleTeaser(data.article, edition) : recordLanguage(story, edition))}>
          <PageLink to={articlePath(story.slug)} dir="auto">
            {story.headline}
          </PageLink>
        </h3>
        <p className="meta">
          {data?.article.section && <bdi>{data.article.section.name}</bdi>}
          {data && <Timestamp date={data.article.datePublished} style="day" />}
          <RemoveButton name={story.headline} words={libraryWords} onRemove={() => removeRead(story)} />
        </p>
      </article>
    </li>
  );
}
