import { useState } from "react";
import { useWords } from "../i18n/words.ts";
import { Masthead } from "./Masthead.tsx";
import "../ui/skeleton.css";

/** Words that are laid out but not shown: about as many as a typical page has in their place. */
const text = (letters: number) => <i>{"words of a story ".repeat(30).slice(0, letters)}</i>;

/** The skeleton of a page that is loading: of a story, or of a list. Screen readers skip it; the progress bar announces the loading. */
export function Skeleton({ path }: { path: string }) {
  const words = useWords();
  const [, kind = "", slug] = path.split("/");
  const isStory = kind === "article" && slug;
  return (
    <>
      {/* The title stays that of the previous page as long as the address does: a change would rename that page in the history. */}
      <title>{document.title}</title>
      <Masthead head={isStory ? "story" : "list"} />
      <main id="main" className={isStory ? undefined : "page"} aria-busy="true">
        <h1 className="unseen" tabIndex={-1}>
          {words.loading}
        </h1>
        {isStory ? <StoryShape path={path} /> : <ListShape kind={kind} />}
      </main>
    </>
  );
}

function StoryShape({ path }: { path: string }) {
  const words = useWords();
  const [{ lang, dir, headline, standfirst, hasPicture }] = useState(() => shownOf(path));
  return (
    <div className="skeleton story" lang={lang} dir={dir} aria-hidden="true">
      <div className="story-top">
        <p className="kicker">{text(20)}</p>
        <h2>{headline ? <i>{headline}</i> : text(60)}</h2>
        <p className="standfirst">{standfirst ? <i>{standfirst}</i> : text(140)}</p>
        <div className="credits">
          <p>
            <span className="byline">{text(60)}</span>
          </p>
        </div>
      </div>
      {hasPicture && (
        <figure className="hero">
          <picture />
          <figcaption>{text(110)}</figcaption>
        </figure>
      )}
      <ul role="list" className="actions">
        {[1, 2, 3, 4, 5].map((place) => (
          <li key={place}>
            <span className="tool">
              <i className="icon" />
              <i>{words.save}</i>
            </span>
          </li>
        ))}
      </ul>
      <div className="prose">
        <p>{text(400)}</p>
      </div>
    </div>
  );
}

/** What the previous page, which is still in the document, shows of a story: the story's head will look like that. */
function shownOf(path: string) {
  const heading = document.querySelector(`main a[href$="${path}"]`)?.closest<HTMLElement>("h2, h3");
  const card = heading?.closest(".teaser, .feature");
  return {
    lang: heading?.lang || undefined,
    dir: heading?.dir || undefined,
    headline: heading?.textContent,
    standfirst: card?.querySelector(".standfirst")?.textContent,
    // Only in lists does every story that has a picture show it.
    hasPicture: !card?.matches(":is(.items, .day) *") || card.querySelector("picture") !== null,
  };
}

function ListShape({ kind }: { kind: string }) {
  const words = useWords();
  const isAuthored = kind === "topic" || kind === "author";
  const isDescribed = kind === "section" || kind === "author";
  return (
    <div className="skeleton" aria-hidden="true">
      <div className="list-head">
        {(isAuthored || kind === "place") && <p className="kicker">{text(8)}</p>}
        <h2>
          {text(9)} <small>{text(9)}</small>
        </h2>
        {(isAuthored || isDescribed || kind === "place" || kind === "thread") && (
          <>
            <div className="list-tools">
              <span className="button quiet">
                <i className="icon" />
                <i>{words.follow}</i>
              </span>
              <span className="button quiet">…</span>
              <small>{text(9)}</small>
            </div>
            {isDescribed && <p className="standfirst">{text(kind === "author" ? 30 : 55)}</p>}
            <p className="related">{text(60)}</p>
          </>
        )}
      </div>
      {[1, 2, 3].map((place) => (
        <section key={place} className="day">
          <h2 className="label">{text(20)}</h2>
          <div className="teaser brief">
            {place === 1 && <picture />}
            <p className="kicker">{text(20)}</p>
            <h3>{text(66)}</h3>
            <p className="standfirst">{text(140)}</p>
            <p className="meta">{text(24)}</p>
          </div>
        </section>
      ))}
    </div>
  );
}
