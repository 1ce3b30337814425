import { counting } from "../../plurals.ts";
import { isolated } from "../../isolated.ts";
import type { SearchWords } from "./en.ts";

const { counted } = counting("es");
const named = (name: string): string => isolated(name, "ltr");

/** What the search says, in Spanish. */
export const searchEs: SearchWords = {
  searchFor: "Búsqueda de",
  searchIntro: "Todos los artículos de este periódico, palabra por palabra.",
  howToSearch: "Cómo buscar",
  examplePhrase: '"espacio profundo"',
  exampleWithout: "túnel -tren",
  exampleEither: "arrecife OR coral",
  exampleTitle: "title:incendio",
  helpPhrase: "Estas palabras en este orden",
  helpWithout: "La primera sin la segunda",
  helpEither: "Una u otra",
  helpTitle: "Una palabra del titular",
  helpTopic: "Un tema; igual con place: (lugar) y author: (autor)",
  helpSection: "Una sección",
  helpLanguage: "Artículos en un idioma",
  helpAfter: "Desde este mes; también vale un día o un año",
  helpBefore: "Antes de este año",
  helpSpelling: "Se perdonan las tildes que faltan y los errores al teclear.",
  tryInstead: "Estas búsquedas sí llevan a artículos",
  searchNeedsScript:
    "La búsqueda se hace en su navegador y necesita JavaScript, que está desactivado. Puede encontrar artículos de otras maneras:",
  searchTitle: (query: string) => `Búsqueda: ${named(query)}`,
  searching: "Buscando",
  searchFailedTitle: "La búsqueda no se ha cargado",
  searchFailedText: "Una parte del índice no ha llegado. Compruebe la conexión e inténtelo de nuevo.",
  filters: "Filtros",
  filtersSet: (count: number) => counted(count, { other: "Filtros (#)" }),
  removeFilter: "quitar el filtro",
  removeFilters: "Quitar todos los filtros",
  facet: (name: string, stories: string) => `${named(name)}, ${stories}`,
  foundOf: (found: string, all: string) => `${found} de ${all}`,
  foundAtLeast: (found: string) => `Al menos ${found}`,
  sortBy: "Ordenar por",
  bestMatch: "Relevancia",
  newestFirst: "Más recientes",
  oldestHits: "Más antiguos",
  didYouMean: "Quizá quiso decir",
  noHits: (query: string) => `No se ha encontrado ningún artículo para «${named(query)}»`,
  noHitsText: "Pruebe con otras palabras o con menos.",
  noHitsFilters: "Hay artículos, pero ninguno cumple los filtros.",
  mutedHits: (count: number) =>
    counted(count, { one: "# artículo silenciado no se muestra", other: "# artículos silenciados no se muestran" }),
  lastSearches: "Últimas búsquedas",
  clearSearches: "Vaciar la lista",
  seeAllFound: (stories: string) => `Ver todo: ${stories}`,
  saveSearch: "Guardar esta búsqueda",
  searchSaved: "Búsqueda guardada",
  filtersFailed: "Los filtros no se han cargado.",
  noticeDate: (field: string, value: string) =>
    `${named(field)}: necesita una fecha como 2024-04-22, 2024-04 o 2024; «${named(value)}» no lo es.`,
  noticeValue: (field: string) => `${named(field)}: necesita algo después de los dos puntos.`,
  noticeField: (field: string) => `${named(field)}: no es un campo de búsqueda; se buscaron las palabras.`,
  noticeQuote: "Faltan las comillas de cierre; la frase llega hasta el final.",
  noticeOr: "OR necesita una palabra a cada lado.",
  noticeExcludedOr: "Una palabra con signo menos no puede ser un lado de OR; se han excluido los artículos que la tienen.",
  noticeExcludedInHeadline: "Todos los artículos contienen una palabra que usted ha excluido; estos no la tienen en el titular.",
  noticeTooLong: (most: number) =>
    counted(most, { one: "Solo se ha buscado la primera palabra.", other: "Solo se han buscado las # primeras palabras." }),
  noticeNothing: "No hay ninguna palabra que buscar.",
  noticeSubject: (field: string, value: string) => `No hay nada llamado «${named(value)}» para ${named(field)}:`,
  noticeLanguage: (value: string) => `Ningún artículo está en el idioma «${named(value)}».`,
  noticeWord: (word: string) => `Ningún artículo tiene la palabra «${named(word)}».`,
  noticeCorrected: (from: string, to: string) => `Ningún artículo tiene «${named(from)}»; estos tienen «${named(to)}».`,
  noticeRelaxed: "No todos los artículos tienen todo esto; algunos solo una parte.",
  noticeTooCommon: (phrase: string) => `Las palabras de «${named(phrase)}» están en tantos artículos que no se ha comparado su orden.`,
  noticeNotAll: "Las palabras son tan frecuentes que no se han contado todos los artículos.",
  noticeOnDevice: (stories) =>
    counted(stories, {
      one: "No hay conexión. Solo se ha buscado en el artículo que está en este dispositivo.",
      other: "No hay conexión. Solo se ha buscado en los # artículos que están en este dispositivo.",
    }),
};
