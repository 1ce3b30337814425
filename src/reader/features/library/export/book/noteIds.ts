import type { Article } from "#content/article.ts";
import type { NoteIds } from "#content/html/inlineHtml.ts";

/** The ids of a story's notes and of the references to them: what a publisher calls a note need not be a name in XML. */
export function noteIds({ image, body, corrections }: Pick<Article, "image" | "body" | "corrections">): NoteIds {
  const notes = [...new Set(body.flatMap((block) => (block.type === "note" ? [block.id] : [])))];
  const referred = referredIn([image, body, corrections]);
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
function referredIn(part: unknown): Set<string> {
  if (typeof part !== "object" || part === null) return new Set();
  if (isNoteRef(part)) return new Set([part.note]);
  if ("type" in part && part.type === "link") return new Set();
  return new Set(Object.values(part).flatMap((each) => [...referredIn(each)]));
}

const isNoteRef = (part: object): part is { type: "noteRef"; note: string } => "type" in part && part.type === "noteRef";
