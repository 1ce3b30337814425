import { useEffect, useRef, useState } from "react";
import { articlePath } from "#content/paths.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { Status } from "../../../ui/Status.tsx";
import type { Mark } from "./changeMark.ts";
import { dueMarks, noteReview, useReviews } from "./review.ts";

/** Offers a few highlights of earlier days, and shows them one after another, so that they are remembered. Nothing if none is due. */
export function DailyReview({ marks }: { marks: readonly [string, Mark][] }) {
  const libraryWords = useLibraryWords();
  const seen = useReviews();
  const [queue] = useState(() => dueMarks(marks, seen, Date.now()));
  const [place, setPlace] = useState<number>();
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone: focus what has replaced it.
  const step = place === undefined ? "offered" : place === 0 ? "begun" : place === queue.length ? "done" : "going on";
  useEffect(() => {
    if (step === "begun" || step === "done") title.current?.focus();
  }, [step]);
  if (queue.length === 0) return null;
  if (place === undefined)
    return (
      <button className="button quiet" type="button" onClick={() => setPlace(0)}>
        {libraryWords.withCount(libraryWords.review, queue.length)}
      </button>
    );
  const [id, mark] = queue[place] ?? [];
  const next = () => {
    if (id !== undefined) noteReview(id, marks, Date.now());
    setPlace(place + 1);
  };
  return (
    <section className="review" aria-labelledby="review">
      <header className="between">
        <h2 id="review" tabIndex={-1} ref={title}>
          {libraryWords.review}
        </h2>
        {mark && <span className="hint">{libraryWords.reviewPlace(place + 1, queue.length)}</span>}
      </header>
      <Status>{!mark && <p>{libraryWords.reviewDone}</p>}</Status>
      {mark && (
        <>
          <ul role="list" className="kept-marks">
            <li data-colour={mark.colour}>
              <blockquote dir="auto" lang={mark.inLanguage}>
                <PageLink className="plain" to={`${articlePath(mark.slug)}#highlight-${id}`}>
                  {mark.passage.exact}
                </PageLink>
              </blockquote>
              {mark.note !== undefined && <p dir="auto">{mark.note}</p>}
              <p className="meta">
                <bdi lang={mark.inLanguage}>{mark.headline}</bdi>
              </p>
            </li>
          </ul>
          <button className="button quiet" type="button" onClick={next}>
            {libraryWords.reviewNext}
          </button>
        </>
      )}
    </section>
  );
}
