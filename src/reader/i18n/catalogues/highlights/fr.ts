import { isolated } from "../../isolated.ts";
import type { HighlightWords } from "./en.ts";

const quoted = (passage: string): string => `« ${isolated(passage, "ltr")} »`;

/** What is said about highlights and notes, in French. */
export const highlightsFr: HighlightWords = {
  highlightPassage: "Surligner ce passage",
  highlightIn: { yellow: "Surligner en jaune", green: "Surligner en vert", blue: "Surligner en bleu" },
  colour: "Couleur",
  colours: { yellow: "Jaune", green: "Vert", blue: "Bleu" },
  addNote: "Ajouter une note",
  note: "Votre note",
  highlighted: "Surligné",
  tooLong: "Ce passage est trop long pour être surligné.",
  highlightOf: (passage) => `Surlignage : ${quoted(passage)}`,
  highlightWithNote: (passage) => `Surlignage avec note : ${quoted(passage)}`,
  remove: "Supprimer",
  removeOf: (passage) => `Supprimer le surlignage ${quoted(passage)}`,
  removed: "Le surlignage est supprimé",
  movedTitle: "Surlignages déplacés",
  movedText: "Cet article a été modifié. Les mots de ces surlignages ne sont plus à leur place.",
};
