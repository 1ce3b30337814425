import type { Article } from "#content/article.ts";
import type { NoteIds } from "#content/html/inlineHtml.ts";
import { visitArticle } from "#content/visitBlocks.ts";

type Noted = Pick<Article, "image" | "body" | "corrections">;

/** The ids of a story's notes and of the references to them: what a publisher calls a note need not be a name in XML. */
export function noteIds(article: Noted): NoteIds {
  const { body } = article;
  const notes = [...new Set(body.flatMap((block) => (block.type === "note" ? [block.id] : [])))];
  const referred = referredIn(article);
  const given = new Set<string>();
  const idOf = (kind: string, note: string) =>
    notes.includes(note) && referred.has(note) ? `${kind}-${notes.indexOf(note) + 1}` : undefined;
  return {
    note: (note) => idOf("note", note),
    reference: (note) => idOf("reference", note),
    once: (id) => {
      if (id === undefined || given.has(id)) return undefined;
      given.add(id);
      return id;
    },
  };
}

/** The notes that are referred to. Within a link a reference cannot be one itself. */
function referredIn(article: Noted): Set<string> {
  const referred = new Set<string>();
  visitArticle(article, {
    inline: (inline) => {
      if (inline.type === "noteRef") referred.add(inline.note);
      return inline.type !== "link";
    },
  });
  return referred;
}
