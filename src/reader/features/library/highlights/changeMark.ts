import { type LibraryValue, LONGEST_TEXT } from "#content/library/libraryRecord.ts";
import type { HighlightWords } from "../../../i18n/wordTypes.ts";
import { offerUndo } from "../../../toasts/offerUndo.ts";
import { changeLibrary, updateLibrary } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";

export type Mark = LibraryValue<"highlight">;
export type Colour = Mark["colour"];
export const COLOURS: readonly Colour[] = ["yellow", "green", "blue"];

export function setMarkColour(id: string, colour: Colour): Promise<void> {
  return updateLibrary("highlight", id, (before) => before && { ...before, colour });
}

export function setMarkNote(id: string, text: string): Promise<void> {
  const note = text.trim().slice(0, LONGEST_TEXT);
  return updateLibrary("highlight", id, (before) => {
    if (!before || note === (before.note ?? "")) return undefined;
    const { note: _, ...rest } = before;
    return note === "" ? rest : { ...rest, note };
  });
}

/** Removes a highlight from the library, and offers to put it back as it was, with its latest note. */
export async function removeMark(id: string, words: HighlightWords): Promise<void> {
  const mark = libraryOf("highlight").get(id);
  if (!mark) return;
  await changeLibrary("highlight", id, null);
  offerUndo(words.removed, () => changeLibrary("highlight", id, mark));
}
