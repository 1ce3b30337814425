import { counting } from "../counted.ts";
import { isolated } from "../isolated.ts";

const { counted } = counting("en");
const quoted = (passage: string): string => `“${isolated(passage, "ltr")}”`;

/** What is said about highlights and notes, in English. */
export const highlightsEn = {
  highlights: "Highlights",
  highlightPassage: "Highlight this passage",
  highlightIn: { yellow: "Highlight in yellow", green: "Highlight in green", blue: "Highlight in blue" },
  colour: "Colour",
  colours: { yellow: "Yellow", green: "Green", blue: "Blue" },
  addNote: "Add a note",
  note: "Note",
  highlighted: "Highlighted",
  tooLong: "This passage is too long for a highlight.",
  highlightOf: (passage: string) => `Highlight: ${quoted(passage)}`,
  highlightWithNote: (passage: string) => `Highlight with a note: ${quoted(passage)}`,
  remove: "Remove",
  removeOf: (passage: string) => `Remove the highlight ${quoted(passage)}`,
  removed: "The highlight is removed",
  undo: "Undo",
  moved: "Moved",
  movedTitle: "Highlights that have moved",
  movedText: "This story was edited. The words of these highlights are not where they were.",
  nothingHighlighted: "You have highlighted nothing yet. Select words in a story, and choose a colour.",
  highlightsIntro: "What you have marked in stories, with your notes.",
  count: (count: number) => counted(count, { one: "# highlight", other: "# highlights" }),
  showInStory: (passage: string) => `Show in the story: ${quoted(passage)}`,
  showMore: "Show more",
};

export type HighlightWords = typeof highlightsEn;
