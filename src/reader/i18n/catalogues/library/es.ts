import { counting } from "../../plurals.ts";
import { isolated } from "../../isolated.ts";
import type { LibraryWords } from "./en.ts";

const { counted } = counting("es");
const named = (name: string): string => isolated(name, "ltr");

/** What is said about the reader's library, in Spanish. */
export const libraryEs: LibraryWords = {
  yourPages: "Sus páginas",
  withCount: (name, count) => `${name} (${count})`,
  libraryNeedsScript:
    "Lo que es suyo se guarda en su navegador, y mostrarlo requiere JavaScript, que está desactivado. Leer no lo requiere.",
  nothingSaved:
    "Aún no hay nada guardado. «Guardar», junto a un artículo, lo conserva aquí con sus imágenes, también para leer sin conexión.",
  allOffline: (stories) => `Todo está en este dispositivo y puede leerse sin conexión: ${stories}.`,
  someOffline: (here, all) => `${here} de ${all} artículos pueden leerse sin conexión.`,
  keepOffline: "Conservar para leer sin conexión",
  removeWhenRead: "Quitar tras leerlo",
  savedAt: (date) => `Guardado el ${date}`,
  savedToday: "Guardado hoy",
  readSoFar: "Leído hasta ahora",
  minutesLeft: (count) => counted(count, { one: "queda # min", other: "quedan # min" }),
  remove: "Quitar",
  removeOf: (name) => `Quitar «${named(name)}»`,
  removed: (name) => `Quitado: ${named(name)}`,
  nowSaved: "Guardado en este dispositivo",
  listenToAll: "Escuchar todo",
  showMore: "Mostrar más",
  options: "Opciones",
  findWords: "Buscar palabras",
  noneWithWords: "Nada de esto contiene esas palabras.",
  continueReading: "Seguir leyendo",
  stoppedAt: (paragraph, count) => `Se quedó en el párrafo ${paragraph} de ${count}.`,
  goOn: "Continuar",
  nothingFollowed:
    "Aún no sigue nada. «Seguir», en la página de un tema, una sección, un autor o un lugar, trae aquí sus artículos nuevos.",
  newCount: (count) => counted(count, { one: "# nuevo", other: "# nuevos" }),
  newCountMore: (count) => counted(count, { one: "más de # nuevo", other: "más de # nuevos" }),
  newSinceVisit: "Nuevo desde su última visita",
  savedSearches: "Búsquedas guardadas",
  nothingNewSince: "Nada nuevo desde su última visita.",
  earlierStories: "Antes",
  followed: "Lo que sigue",
  stopFollowing: "Dejar de seguir",
  nowFollowed: (name) => `Ahora sigue: ${named(name)}`,
  noLonger: (name) => `Ya no sigue: ${named(name)}`,
  nowMuted: (name) => `Los artículos sobre ${named(name)} quedan ocultos`,
  noLongerMuted: (name) => `Los artículos sobre ${named(name)} vuelven a mostrarse`,
  hiddenStory: (name) => `Oculto: ${named(name)}`,
  mutedIntro: "Los artículos sobre esto no aparecen en las listas, en la portada ni en la búsqueda, pero allí se pueden mostrar.",
  unmute: "Mostrar de nuevo",
  nothingHighlighted: "Todavía no ha subrayado nada. Seleccione palabras en un artículo y elija un color.",
  copy: "Copiar",
  copyAll: "Copiar todo",
  notCopied: "El navegador no ha permitido copiarlo",
  editNote: "Editar la nota",
  done: "Listo",
  exportOwn: "Exportar",
  copyOf: (name) => `Copiar «${named(name)}»`,
  passageMoved: "Estas palabras ya no están en el artículo, o no en su sitio.",
  historyIntro: "Los artículos que ha abierto. Se quedan en este dispositivo, salvo que mantenga su biblioteca al día con una cuenta.",
  keepHistory: "Llevar un historial",
  historyPaused: "El historial está en pausa. Lo que abra ahora no se anota.",
  nothingRead: "Aún no ha abierto ningún artículo, o el historial se ha borrado.",
  clearHistory: "Borrar el historial",
  historyCleared: "El historial está borrado",
  trouble: {
    denied: "Este navegador no guarda nada para esta página, como en algunas ventanas privadas. Lo que guarde durará hasta que la cierre.",
    full: "No queda espacio en este dispositivo. Lo que cambie ahora durará hasta que cierre la página; quite algo y volverá a guardarse.",
    lost: "El navegador ha retirado lo que guardaba para esta página. Lo que ve aquí durará hasta que la cierre; vuelva a cargarla para empezar de nuevo.",
  },
};
