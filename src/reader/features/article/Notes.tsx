import type { Block } from "#content/blocks/block.ts";
import { noteLabel } from "#content/blocks/inline.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import { NoteText } from "./NoteText.tsx";
import "./notes.css";

/** The footnotes of a story or, without a heading, of a post, each with a link back to its reference. */
export function Notes({ body, isOfPost }: { body: Block[]; isOfPost?: boolean }) {
  const words = useWords();
  const { ours } = useLanguages();
  const notes = body.filter((block) => block.type === "note");
  if (notes.length === 0) return null;
  return (
    <section className="notes" role="doc-endnotes" {...(isOfPost ? { "aria-label": words.notes } : { "aria-labelledby": "notes" })}>
      {!isOfPost && (
        <h2 id="notes">
          <span {...ours}>{words.notes}</span>
        </h2>
      )}
      <ol>
        {notes.map((note) => (
          <li key={note.id} id={`note-${note.id}`}>
            <NoteText of={note.children} />{" "}
            <a href={`#noteref-${note.id}`} role="doc-backlink" {...ours} aria-label={words.backToTextOf(noteLabel(note.id))}>
              {words.backToText}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
