import { useSuspenseQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { linkId, type OutsideLink } from "#content/library/outsideLink.ts";
import { exportWordsQuery, useLibraryWords } from "../../../data/libraryWords.ts";
import { inPieces } from "../../../device/inPieces.ts";
import { readLinks, removeLinks, useOutsideLinks } from "../../../device/outsideLinks.ts";
import { useEditionLanguage } from "../../../edition/EditionContext.ts";
import { formatDate } from "../../../i18n/formatDate.ts";
import type { ExportWords } from "../../../i18n/wordTypes.ts";
import { RemoveButton } from "../../../ui/RemoveButton.tsx";
import { useWords } from "../../../i18n/words.ts";
import { ReadMark } from "../../../teasers/ReadMark.tsx";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { offerUndo } from "../../../toasts/offerUndo.ts";
import { useOwnCalendar } from "../useOwnCalendar.ts";
import { ShowMore } from "../ShowMore.tsx";
import { isIn, searchable, WordFilter, wordsIn } from "../WordFilter.tsx";
import "../../../teasers/deskHead.css";

/** How many links are shown at once. */
const PAGE = 50;

/** Links to other sites that were imported from other services, the last saved first. Nothing if there are none. */
export function OutsideLinks() {
  const libraryWords = useLibraryWords();
  const { data: words } = useSuspenseQuery(exportWordsQuery(useEditionLanguage()));
  const links = useOutsideLinks();
  const general = useWords();
  const say = useAnnounce();
  const [wanted, setWanted] = useState("");
  const [shown, setShown] = useState(PAGE);
  const deferred = useDeferredValue(wanted);
  useEffect(() => void readLinks(), []);
  // Before anybody searches: a search needs all of them at once.
  useEffect(() => void inPieces(links?.values() ?? [], textOf), [links]);
  const all = useMemo(() => [...(links?.values() ?? [])].toSorted((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0)), [links]);
  if (!links || links.size === 0) return null;
  const terms = wordsIn(deferred);
  const found = terms.length === 0 ? all : all.filter((link) => terms.every(isIn(textOf(link))));
  const remove = (which: OutsideLink[], said: string) =>
    removeLinks(which.map(linkId)).then(
      (undo) => offerUndo(said, undo),
      () => say(general.partFailed),
    );
  return (
    <section className="strip" aria-labelledby="links">
      <header className="desk-head">
        <h2 id="links" tabIndex={-1}>
          {libraryWords.withCount(words.headings.links, links.size)}
        </h2>
      </header>
      <div className="split">
        <aside className="list-options" aria-label={words.headings.links}>
          <WordFilter value={wanted} onChange={setWanted} />
          <p className="hint">{words.linksStay}</p>
          <button
            className="button quiet"
            type="button"
            disabled={found.length === 0}
            onClick={() => void remove(found, words.linksRemoved(found.length))}
          >
            {terms.length === 0 ? words.removeAllLinks : words.removeFoundLinks}
          </button>
        </aside>
        <div>
          <p role="status">{found.length === 0 && libraryWords.noneWithWords}</p>
          <ol role="list" className="read-list">
            {found.slice(0, shown).map((link) => (
              <LinkItem
                key={linkId(link)}
                link={link}
                words={words}
                onRemove={() => void remove([link], libraryWords.removed(link.title))}
              />
            ))}
          </ol>
          <ShowMore shown={shown} of={found.length} onMore={() => setShown(shown + PAGE)} />
        </div>
      </div>
    </section>
  );
}

/** The searchable text of each link, folded once: there may be many thousands. */
const texts = new WeakMap<OutsideLink, string>();

function textOf(link: OutsideLink): string {
  const known = texts.get(link);
  if (known !== undefined) return known;
  const { title, url, tags = [], quotes = [] } = link;
  const text = searchable([title, url ?? "", ...tags, ...quotes.flatMap(({ text, note }) => [text, note ?? ""])].join(" "));
  texts.set(link, text);
  return text;
}

function LinkItem({ link, words, onRemove }: { link: OutsideLink; words: ExportWords; onRemove: () => void }) {
  const libraryWords = useLibraryWords();
  const calendar = useOwnCalendar();
  const { url, title, savedAt, read, tags = [], quotes = [] } = link;
  const year = savedAt === undefined ? undefined : String(new Date(savedAt).getFullYear());
  const day = savedAt === undefined ? undefined : new Date(savedAt).toISOString();
  return (
    <li>
      {year === undefined ? (
        <span />
      ) : (
        <time className="hint" dateTime={year}>
          {year}
        </time>
      )}
      <article className="teaser small">
        <h3>
          {url === undefined ? (
            <bdi>{title}</bdi>
          ) : (
            <a href={url} rel="noreferrer" dir="auto">
              {title}
            </a>
          )}
        </h3>
        {quotes.map(({ text, note }, index) => (
          <div key={index} className="more-on">
            {text && <blockquote dir="auto">{text}</blockquote>}
            {note && <p dir="auto">{note}</p>}
          </div>
        ))}
        <p className="meta">
          {url !== undefined && URL.canParse(url) && <bdi>{new URL(url).host.replace(/^www\./u, "")}</bdi>}
          {day && <time dateTime={day}>{formatDate(day, "day", calendar)}</time>}
          {read && <ReadMark />}
          {tags.length > 0 && (
            <span>
              <span className="unseen">{words.linkTags} </span>
              {tags.map((tag, index) => (
                <span key={tag}>
                  {index > 0 && ", "}
                  <bdi>{tag}</bdi>
                </span>
              ))}
            </span>
          )}
          <RemoveButton name={title} words={libraryWords} onRemove={onRemove} />
        </p>
      </article>
    </li>
  );
}
