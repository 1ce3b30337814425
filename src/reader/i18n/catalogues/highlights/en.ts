import { isolated } from "../../isolated.ts";

const quoted = (passage: string): string => `“${isolated(passage, "ltr")}”`;

/** What is said about highlights and notes, in English. */
export const highlightsEn = {
  highlightPassage: "Highlight this passage",
  highlightIn: { yellow: "Highlight in yellow", green: "Highlight in green", blue: "Highlight in blue" },
  colour: "Colour",
  colours: { yellow: "Yellow", green: "Green", blue: "Blue" },
  addNote: "Add a note",
  note: "Note",
  highlighted: "Highlighted",
  tooLong: "This passage is too long to highlight.",
  highlightOf: (passage: string) => `Highlight: ${quoted(passage)}`,
  highlightWithNote: (passage: string) => `Highlight with a note: ${quoted(passage)}`,
  remove: "Remove",
  removeOf: (passage: string) => `Remove the highlight ${quoted(passage)}`,
  removed: "Highlight removed",
  movedTitle: "Highlights that have moved",
  movedText: "This story has been edited. The words of these highlights are no longer where they were.",
};

export type HighlightWords = typeof highlightsEn;
