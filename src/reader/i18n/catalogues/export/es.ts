import { counting } from "../../plurals.ts";
import type { ExportWords } from "./en.ts";

const { counted } = counting("es");

/** What is said about taking a library along and bringing one in, in Spanish. */
export const exportEs: ExportWords = {
  takeTitle: "Su biblioteca, para llevar",
  takeText: "Todo lo que ha guardado, seguido, leído, subrayado y anotado. Es suyo; nadie más lo recibe.",
  headings: { saved: "Guardados", followed: "Lo que sigue", search: "Búsquedas guardadas", highlight: "Subrayados", read: "Historial" },
  asJson: "Todo, en un archivo para importar en otro sitio (JSON)",
  asHtml: "Todo, en una página para leer (HTML)",
  asOpml: "Lo que sigue, para un lector de canales (OPML)",
  bringTitle: "Importar una biblioteca",
  bringText: "No se pierde nada de lo que hay aquí. Lo que está en ambas queda en su versión más reciente.",
  bringFile: "Archivo de una biblioteca (JSON)",
  chooseFile: "Elegir un archivo",
  noFile: "Ningún archivo elegido",
  boundTitle: "Los artículos guardados, reunidos",
  asBook: "Como libro electrónico (EPUB)",
  onPaper: "En papel",
  gathering: "Se están reuniendo los artículos.",
  bound: "Listo.",
  storiesIn: (count) => counted(count, { one: "# artículo", other: "# artículos" }),
  storiesMissing: (count) =>
    counted(count, {
      one: "# artículo no se pudo obtener y no está en él.",
      other: "# artículos no se pudieron obtener y no están en él.",
    }),
  contents: "Índice",
  notALibrary: "Este archivo no es una biblioteca de Broadsheet, o es de una versión posterior. No se ha cambiado nada.",
  nothingNew: "No había nada nuevo.",
  cameIn: (count) => counted(count, { one: "Se ha añadido # elemento nuevo.", other: "Se han añadido # elementos nuevos." }),
  wereHere: (count) => counted(count, { one: "# elemento ya estaba aquí.", other: "# elementos ya estaban aquí." }),
  setAside: (count) => counted(count, { one: "Se ha apartado # elemento:", other: "Se han apartado # elementos:" }),
};
