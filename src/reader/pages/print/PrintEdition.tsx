import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useEdition } from "../../edition/EditionContext.ts";
import { formatDate, useCalendar } from "../../i18n/formatDate.ts";
import type { PrintProps } from "../../features/library/export/BindStories.tsx";
import { creditLine } from "../../features/library/export/book/creditLine.ts";
import type { Article } from "#content/article.ts";
import { Citations } from "../../features/article/Citations.tsx";
import { Figure } from "../../features/article/Figure.tsx";
import { FirstUsesProvider, firstUses } from "../../features/article/firstUses.ts";
import { StoryBody } from "../../features/article/StoryBody.tsx";
import { TextLanguageProvider } from "../../i18n/TextLanguage.ts";

/** Stories as a newspaper of the reader's own. It is visible in print only, and is printed as soon as its pictures have loaded. */
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

/** Makes the ids of each story's notes and pictures unique: in a printed PDF, a link would lead to the first element with its id. */
function ownIds(paper: HTMLElement): void {
  paper.querySelectorAll(".story").forEach((story, place) => {
    for (const named of story.querySelectorAll("[id]")) named.id = `story-${place + 1}-${named.id}`;
    for (const labelled of story.querySelectorAll("[aria-labelledby]")) {
      labelled.setAttribute("aria-labelledby", `story-${place + 1}-${labelled.getAttribute("aria-labelledby") ?? ""}`);
    }
    for (const link of story.querySelectorAll("a[href^='#']")) {
      link.setAttribute("href", `#story-${place + 1}-${link.getAttribute("href")?.slice(1) ?? ""}`);
    }
  });
}

/** How long printing waits for a picture that may never load, in milliseconds. */
const PICTURE_TIMEOUT_MS = 10_000;

/** Loads the pictures, which nobody scrolls to, and waits for them. One that does not load leaves its place empty. */
async function picturesHere(paper: HTMLElement | null): Promise<void> {
  const pictures = [...(paper?.querySelectorAll("img") ?? [])];
  for (const picture of pictures) picture.loading = "eager";
  const late = new Promise((done) => setTimeout(done, PICTURE_TIMEOUT_MS));
  await Promise.race([late, Promise.allSettled(pictures.map((picture) => picture.decode()))]);
}

/** A story in print: all of it that can be read, and no controls. */
function PrintedStory({ article, credit }: { article: Article; credit: string }) {
  const { headline, standfirst, image, citations, inLanguage, direction } = article;
  return (
    <article className="story" lang={inLanguage} dir={direction}>
      <TextLanguageProvider value={article}>
        <header className="story-top">
          <h1>{headline}</h1>
          {standfirst !== undefined && <p className="standfirst">{standfirst}</p>}
          <div className="credits">
            <p>
              <bdi>{credit}</bdi>
            </p>
          </div>
        </header>
        {image && <Figure image={image} className="hero" />}
        <div className="newsprint">
          <FirstUsesProvider value={firstUses(article)}>
            <StoryBody article={article} />
          </FirstUsesProvider>
          <Citations citations={citations} />
        </div>
      </TextLanguageProvider>
    </article>
  );
}
