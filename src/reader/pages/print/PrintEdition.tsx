import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useEdition } from "../../edition/EditionContext.ts";
import { formatDate, useCalendar } from "../../i18n/dates.ts";
import type { PrintProps } from "../../features/library/export/BindStories.tsx";
import { creditLine } from "../../features/library/export/book/creditLine.ts";
import { ownIds } from "./ownIds.ts";
import { PrintedStory } from "./PrintedStory.tsx";
import { picturesHere } from "./picturesHere.ts";

/** Stories as a newspaper of the reader's own. It is seen on paper alone, and goes there as soon as its pictures are here. */
export function PrintEdition({ stories, words, onEnd }: PrintProps) {
  const edition = useEdition();
  const calendar = useCalendar();
  const [today] = useState(() => new Date().toISOString());
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const away = new AbortController();
    const { signal } = away;
    if (paper.current) ownIds(paper.current);
    addEventListener("afterprint", onEnd, { signal });
    void picturesHere(paper.current)
      .then(() => signal.aborted || print())
      .catch(onEnd);
    return () => away.abort();
  }, [onEnd]);
  return createPortal(
    <div className="print-edition" ref={paper}>
      <header>
        <p className="nameplate">{edition?.name}</p>
        <div className="oxford" />
        <p>
          {formatDate(today, "weekday", calendar)} · {words.storiesIn(stories.length)}
        </p>
        <h1>{words.contents}</h1>
        <ol>
          {stories.map(({ slug, headline, standfirst, inLanguage, direction }) => (
            <li key={slug} lang={inLanguage} dir={direction}>
              <b>{headline}</b> {standfirst}
            </li>
          ))}
        </ol>
      </header>
      {stories.map((article) => (
        <PrintedStory key={article.slug} article={article} credit={creditLine(article, calendar)} />
      ))}
    </div>,
    document.body,
  );
}
