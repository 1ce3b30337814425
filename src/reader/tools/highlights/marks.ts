import type { LibraryValue } from "#content/library/record.ts";
import { passageAt } from "../../library/anchoring/passageAt.ts";
import { offerUndo } from "../../library/offerUndo.ts";
import { changeLibrary, updateLibrary } from "../../library/store/library.ts";
import { readableText, spanOf } from "../../ui/readableText.ts";
import type { HighlightWords } from "../../words/highlights/en.ts";

export type Mark = LibraryValue<"highlight">;
export type Colour = Mark["colour"];
export const COLOURS: readonly Colour[] = ["yellow", "green", "blue"];

/** What the contract allows, in UTF-16 units. */
const LONGEST = 10_000;

/** Puts a passage of the open story into the library. @returns its id, undefined where it is too long */
export async function addMark(story: { slug: string; headline: string }, range: Range, colour: Colour): Promise<string | undefined> {
  const readable = readableText([document.querySelector(".prose")]);
  const span = spanOf(readable, range);
  const passage = span && passageAt(readable.text, span.start, span.end);
  if (!passage || passage.exact.length > LONGEST) return undefined;
  const id = newId();
  await changeLibrary("highlight", id, { slug: story.slug, headline: story.headline, passage, colour, madeAt: Date.now() });
  return id;
}

export function paintMark(id: string, colour: Colour): Promise<void> {
  return updateLibrary("highlight", id, (before) => before && { ...before, colour });
}

export function noteMark(id: string, text: string): Promise<void> {
  const note = text.trim().slice(0, LONGEST);
  return updateLibrary("highlight", id, (before) => {
    if (!before || note === (before.note ?? "")) return undefined;
    const { note: _, ...rest } = before;
    return note === "" ? rest : { ...rest, note };
  });
}

/** Takes a highlight out of the library, and offers to put it back as it was. */
export async function removeMark(id: string, mark: Mark, words: HighlightWords): Promise<void> {
  await changeLibrary("highlight", id, null);
  offerUndo(words.removed, words.undo, () => changeLibrary("highlight", id, mark));
}

/** What no other device would choose. Over plain HTTP there is no randomUUID. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
}
