import { subjectId } from "#content/library/subjectId.ts";
import { subjectPath } from "#content/paths.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { useWords } from "../../../i18n/words.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { toggleMuted } from "./toggleSubject.ts";
import "../../../ui/button.css";

/** The subjects that the reader has muted; nothing if there are none. */
export function MutedList() {
  const words = useWords();
  const libraryWords = useLibraryWords();
  const muted = [...useLibrary("muted").values()].toSorted((a, b) => a.name.localeCompare(b.name));
  if (muted.length === 0) return null;
  return (
    <section className="own-part" aria-labelledby="muted">
      <header className="desk-head">
        <h2 id="muted">{words.muted}</h2>
      </header>
      <p>{libraryWords.mutedIntro}</p>
      <ul role="list" className="own-list">
        {muted.map((subject) => (
          <li key={subjectId(subject.kind, subject.slug)} className="between">
            <PageLink to={subjectPath(subject.kind, subject.slug)} dir="auto">
              {subject.name}
            </PageLink>
            <button
              className="plain more-link"
              type="button"
              aria-label={`${libraryWords.unmute}: ${subject.name}`}
              onClick={() => void toggleMuted(subject)}
            >
              {libraryWords.unmute}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
