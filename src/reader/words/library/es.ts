import { counting } from "../counted.ts";
import { isolated } from "../isolated.ts";
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
  wasRead: "Leído",
  remove: "Quitar",
  removeOf: (name) => `Quitar «${named(name)}»`,
  removed: (name) => `Quitado: ${named(name)}`,
  undo: "Deshacer",
  nowSaved: "Guardado en este dispositivo",
  listenToAll: "Escuchar todo",
  showMore: "Mostrar más",
  continueReading: "Seguir leyendo",
  stoppedAt: (paragraph, count) => `Se quedó en el párrafo ${paragraph} de ${count}.`,
  goOn: "Continuar",
  nothingFollowed:
    "Aún no sigue nada. «Seguir», en la página de un tema, una sección, un autor o un lugar, trae aquí sus artículos nuevos.",
  newCount: (count) => counted(count, { one: "# nuevo", other: "# nuevos" }),
  newCountMore: (count) => counted(count, { one: "más de # nuevo", other: "más de # nuevos" }),
  newSinceVisit: "Nuevo desde su última visita",
  nothingNewSince: "Nada nuevo desde su última visita.",
  earlierStories: "Antes",
  followed: "Lo que sigue",
  stopFollowing: "Dejar de seguir",
  nowFollowed: (name) => `Ahora sigue: ${named(name)}`,
  noLonger: (name) => `Ya no sigue: ${named(name)}`,
  nowMuted: (name) => `Los artículos sobre ${named(name)} quedan ocultos`,
  noLongerMuted: (name) => `Los artículos sobre ${named(name)} vuelven a mostrarse`,
  hiddenStory: (name) => `Oculto: ${named(name)}`,
  mutedIntro: "Los artículos sobre esto no aparecen en las listas ni en la portada. La búsqueda los sigue encontrando.",
  unmute: "Mostrar de nuevo",
  historyIntro: "Los artículos que ha abierto. Se quedan en este dispositivo mientras no sincronice su biblioteca.",
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
  syncTitle: "Su biblioteca en todos los dispositivos",
  syncText:
    "Lo que lee se queda en este dispositivo mientras no active esto. Entonces sus artículos guardados, lo que sigue y silencia, su historial, los puntos de lectura, los subrayados y las notas se guardan también en su cuenta.",
  syncSwitch: "Sincronizar mi biblioteca",
  syncing: "Sincronizando",
  synced: (time) => `Al día con su cuenta desde ${time}.`,
  syncWaits: "No hay conexión. Lo que cambie irá a su cuenta cuando vuelva.",
  syncFailed: "No se pudo llegar a su cuenta. Se intentará de nuevo con el próximo cambio.",
  leaveText: "Al cerrar la sesión, su biblioteca se quita de este dispositivo. Permanece en su cuenta.",
  leaveKeep: "Conservar mi biblioteca en este dispositivo al cerrar la sesión",
  leaveUnsent: "Algunos cambios aún no han llegado a su cuenta y se perderían.",
};
