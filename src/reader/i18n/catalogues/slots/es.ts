import type { SlotWords } from "./en.ts";

export const slotsEs: SlotWords = {
  asks: (hosts) => `Una parte de esta página viene de ${hosts}, que sabría que la lee. ¿Cargarla?`,
  allow: "Cargar, aquí y en otras páginas",
  refuse: "No cargar",
  refused: (hosts) => `No se carga nada de ${hosts}.`,
  allowed: (hosts) => `Usted permite que este periódico cargue contenido de ${hosts}.`,
  withdraw: "Dejar de cargar",
};
