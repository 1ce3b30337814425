import { isolated } from "../../isolated.ts";
import type { HighlightWords } from "./en.ts";

const quoted = (passage: string): string => `«${isolated(passage, "ltr")}»`;

/** What is said about highlights and notes, in Spanish. */
export const highlightsEs: HighlightWords = {
  highlightPassage: "Subrayar este pasaje",
  highlightIn: { yellow: "Subrayar en amarillo", green: "Subrayar en verde", blue: "Subrayar en azul" },
  colour: "Color",
  colours: { yellow: "Amarillo", green: "Verde", blue: "Azul" },
  addNote: "Añadir una nota",
  note: "Nota",
  highlighted: "Subrayado",
  tooLong: "Este pasaje es demasiado largo para subrayarlo.",
  highlightOf: (passage) => `Subrayado: ${quoted(passage)}`,
  highlightWithNote: (passage) => `Subrayado con nota: ${quoted(passage)}`,
  remove: "Quitar",
  removeOf: (passage) => `Quitar el subrayado ${quoted(passage)}`,
  removed: "El subrayado se ha quitado",
  movedTitle: "Subrayados desplazados",
  movedText: "Este artículo se ha modificado. Las palabras de estos subrayados ya no están donde estaban.",
};
