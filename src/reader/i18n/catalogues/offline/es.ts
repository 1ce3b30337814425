import { counting } from "../../plurals.ts";
import type { OfflineWords } from "./en.ts";

const { counted, size } = counting("es");

/** What is said about reading without a connection, about new versions and new stories, in Spanish. */
export const offlineEs: OfflineWords = {
  size,
  onThisDevice: "En este dispositivo",
  offlineTitle: "No tiene conexión. Esto es lo que hay en este dispositivo",
  offlineText: "Lo que aparece aquí se abre sin conexión. Lo demás se cargará solo cuando vuelva la conexión.",
  onDeviceText: "Lo que aparece aquí se abre sin conexión: artículos que ha abierto o guardado, y algunos que se cargaron por adelantado.",
  nothingOnDevice: "Todavía no hay nada aquí. Los artículos que abra se podrán leer sin conexión.",
  onDeviceNeedsScript: "Solo JavaScript puede decir qué hay en este dispositivo, y está desactivado. Estas páginas se leen sin él:",
  fromDevice: (time) => `Sin conexión. Se muestra lo que hay en este dispositivo, de ${time}.`,
  fromDeviceSlow: (time) => `El servidor no responde. Se muestra lo que hay en este dispositivo, de ${time}.`,
  storiesOnDevice: "Artículos",
  listsOnDevice: "Páginas",
  keptByYou: "Guardados por usted",
  spaceUsed: (size) => `Se usan ${size} de este dispositivo.`,
  removeAll: "Quitarlo todo",
  keepEdition: "Guardar toda la edición sin conexión",
  keepStories: "Guardar estos artículos sin conexión",
  keepIntro: "Así se podrán leer sin conexión, con sus imágenes.",
  keepSize: (stories, size) => `${stories}, unos ${size}`,
  keepRoom: (size) => `Este dispositivo tiene sitio para ${size}.`,
  keepNewest: (stories) => `No hay sitio para todos. Se guardarán los más recientes: ${stories}.`,
  keepStart: "Guardar en este dispositivo",
  keepResume: "Continuar",
  keepOf: (done, all) => `${done} de ${all} artículos`,
  keepEditionIntro:
    "Podrá leer sin conexión todos los artículos con sus imágenes y abrir la portada, todas las listas, los temas, los lugares, los autores y el archivo. La búsqueda recorre los artículos.",
  keepEditionDone: "Todos los artículos, las listas, los índices y el archivo están en este dispositivo.",
  keepBegun: "Se están descargando los artículos.",
  keepDone: "Todo está en este dispositivo.",
  keepFailed: "No ha llegado todo. Compruebe la conexión e inténtelo de nuevo.",
  keepRemove: "Quitar de este dispositivo",
  updateReady: "Hay una nueva versión del lector",
  reload: "Recargar",
  newStories: (count) => counted(count, { one: "# artículo nuevo", other: "# artículos nuevos" }),
  newStoriesAtLeast: (count) => counted(count, { other: "Más de # artículos nuevos" }),
  storyUpdated: "Este artículo se ha actualizado",
  show: "Mostrar",
  changedSince: (date) => `Este artículo ha cambiado desde que lo leyó el ${date}.`,
  showChanges: "Ver qué ha cambiado",
  hideChanges: "Ocultar los cambios",
  whatChanged: "Qué ha cambiado",
  searchOffline: "No tiene conexión, y esta parte del índice no está en este dispositivo.",
};
