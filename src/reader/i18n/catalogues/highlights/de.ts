import { isolated } from "../../isolated.ts";
import type { HighlightWords } from "./en.ts";

const quoted = (passage: string): string => `„${isolated(passage, "ltr")}“`;

/** What is said about highlights and notes, in German. */
export const highlightsDe: HighlightWords = {
  highlightPassage: "Diese Stelle markieren",
  highlightIn: { yellow: "Gelb markieren", green: "Grün markieren", blue: "Blau markieren" },
  colour: "Farbe",
  colours: { yellow: "Gelb", green: "Grün", blue: "Blau" },
  addNote: "Notiz hinzufügen",
  note: "Notiz",
  highlighted: "Markiert",
  tooLong: "Diese Stelle ist zu lang für eine Markierung.",
  highlightOf: (passage) => `Markierung: ${quoted(passage)}`,
  highlightWithNote: (passage) => `Markierung mit Notiz: ${quoted(passage)}`,
  remove: "Entfernen",
  removeOf: (passage) => `Markierung ${quoted(passage)} entfernen`,
  removed: "Die Markierung ist entfernt",
  movedTitle: "Verschobene Markierungen",
  movedText: "Dieser Artikel wurde geändert. Die Wörter dieser Markierungen stehen nicht mehr, wo sie standen.",
};
