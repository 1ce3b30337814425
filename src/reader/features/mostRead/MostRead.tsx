import { useEffect } from "react";
import type { FrontPage } from "#content/pages/frontPage.ts";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { isOnDay, useCalendar } from "../../i18n/formatDate.ts";
import { languageOf } from "../../i18n/languageOf.ts";
import { useWords } from "../../i18n/words.ts";
import { Unmuted } from "../../teasers/Unmuted.tsx";
import { HeadlineLink } from "../../ui/HeadlineLink.tsx";
import { Timestamp } from "../../ui/Timestamp.tsx";
import sheet from "./mostRead.css?url";

/** The stories read most, and the days that were counted. A prerendered page has its styles inline, see createDocument.ts. */
export function MostRead({ from, to, stories }: NonNullable<FrontPage["mostRead"]>) {
  const words = useWords();
  const calendar = useCalendar();
  useEffect(() => void loadSheet(sheet), []);
  return (
    <section className="page most-read" aria-labelledby="most-read">
      <header className="desk-head">
        <h2 id="most-read">{words.mostRead}</h2>
        <p>
          {!isOnDay(from, to, calendar) && (
            <>
              <Timestamp date={from} style="shortDay" /> –{" "}
            </>
          )}
          <Timestamp date={to} style="shortDay" />
        </p>
      </header>
      <ol role="list">
        {stories.map((story) => (
          <li key={story.slug}>
            <Unmuted story={story}>
              <HeadlineLink story={story} {...languageOf(story)} />
            </Unmuted>
          </li>
        ))}
      </ol>
    </section>
  );
}
