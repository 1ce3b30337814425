import { counting } from "../counted.ts";
import { isolated } from "../isolated.ts";
import type { HighlightWords } from "./en.ts";

const { counted } = counting("de");
const quoted = (passage: string): string => `„${isolated(passage, "ltr")}“`;

/** What is said about highlights and notes, in German. */
export const highlightsDe: HighlightWords = {
  highlights: "Markierungen",
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
  undo: "Rückgängig",
  moved: "Verschoben",
  movedTitle: "Verschobene Markierungen",
  movedText: "Dieser Artikel wurde geändert. Die Wörter dieser Markierungen stehen nicht mehr, wo sie standen.",
  nothingHighlighted: "Sie haben noch nichts markiert. Wählen Sie in einem Artikel Wörter aus und dann eine Farbe.",
  highlightsIntro: "Was Sie in Artikeln markiert haben, mit Ihren Notizen.",
  count: (count) => counted(count, { one: "# Markierung", other: "# Markierungen" }),
  showInStory: (passage) => `Im Artikel zeigen: ${quoted(passage)}`,
  showMore: "Mehr zeigen",
};
