import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { type KnownStory, LONGEST_TEXT } from "#content/library/libraryRecord.ts";
import { articlePath } from "#content/paths.ts";
import { articleQuery } from "../../../data/queries.ts";
import { RemoveButton } from "../../../ui/RemoveButton.tsx";
import { PageLink } from "../../../ui/PageLink.tsx";
import { Timestamp } from "../../../ui/Timestamp.tsx";
import { formatDate } from "../../../i18n/formatDate.ts";
import type { HighlightWords } from "../../../i18n/wordTypes.ts";
import { findPassage } from "./anchoring/findPassage.ts";
import { storyText } from "./anchoring/storyText.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { useOwnCalendar } from "../useOwnCalendar.ts";
import { type Mark, removeMark, setMarkNote } from "./changeMark.ts";
import { markText, useCopyText } from "./copyMarks.ts";
import { shortened } from "./shortened.ts";

export type MarkedStory = KnownStory & { marks: [string, Mark][] };

/** The highlights of a story, in the order of its text. If the story does not load, it is not known which have moved. */
export function HighlightedStory({ story: { slug, headline, inLanguage, marks }, words }: { story: MarkedStory; words: HighlightWords }) {
  const { data } = useQuery({ ...articleQuery(slug), retry: false });
  const text = useMemo(() => data && storyText(data.article), [data]);
  const moved = useMemo(() => marks.filter(([, { passage }]) => text !== undefined && !findPassage(text, passage)), [marks, text]);
  return (
    <section className="kept-story">
      <h2 dir="auto" lang={inLanguage}>
        <PageLink to={articlePath(slug)}>{headline}</PageLink>
      </h2>
      <p className="meta">
        {data?.article.section && <bdi>{data.article.section.name}</bdi>}
        {data && <Timestamp date={data.article.datePublished} style="day" />}
      </p>
      <ul role="list" className="kept-marks">
        {marks.map(([id, mark]) => (
          <KeptMark key={id} id={id} mark={mark} hasMoved={moved.some(([other]) => other === id)} words={words} />
        ))}
      </ul>
    </section>
  );
}

type MarkProps = { id: string; mark: Mark; hasMoved: boolean; words: HighlightWords };

/** A highlight with its note, its date, and what can be done with it. */
function KeptMark({ id, mark, hasMoved, words }: MarkProps) {
  const libraryWords = useLibraryWords();
  const calendar = useOwnCalendar();
  const copy = useCopyText();
  const [noting, setNoting] = useState(false);
  const { slug, inLanguage, colour, passage, note, madeAt } = mark;
  const made = new Date(madeAt).toISOString();
  const name = shortened(passage.exact);
  return (
    <li data-colour={colour}>
      <blockquote dir="auto" lang={inLanguage}>
        <PageLink className="plain" to={`${articlePath(slug)}#highlight-${id}`}>
          {passage.exact}
        </PageLink>
      </blockquote>
      {noting ? <NoteField id={id} note={note} label={words.note} /> : note !== undefined && <p dir="auto">{note}</p>}
      {hasMoved && <p className="hint">{libraryWords.passageMoved}</p>}
      <p className="meta">
        <span>{words.colours[colour]}</span>
        <time dateTime={made}>{formatDate(made, "day", calendar)}</time>
        <span className="meta">
          <button className="plain more-link" type="button" aria-label={libraryWords.copyOf(name)} onClick={() => copy(markText(mark))}>
            {libraryWords.copy}
          </button>
          <button className="plain more-link" type="button" aria-expanded={noting} onClick={() => setNoting(!noting)}>
            {noting ? libraryWords.done : note === undefined ? words.addNote : libraryWords.editNote}
          </button>
          <RemoveButton name={name} words={words} onRemove={() => removeMark(id, words)} />
        </span>
      </p>
    </li>
  );
}

/** A field for a note, which is saved when the field loses the focus, as on the card in the story. */
function NoteField({ id, note, label }: { id: string; note: string | undefined; label: string }) {
  const field = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(note ?? "");
  useEffect(() => area.current?.focus(), []);
  return (
    <p className="field">
      <label htmlFor={field}>{label}</label>
      <textarea
        ref={area}
        id={field}
        rows={3}
        maxLength={LONGEST_TEXT}
        dir="auto"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => void setMarkNote(id, text)}
      />
    </p>
  );
}
