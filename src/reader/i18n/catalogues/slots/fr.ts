import type { SlotWords } from "./en.ts";

export const slotsFr: SlotWords = {
  asks: (hosts) => `Une partie de cette page vient de ${hosts}, qui saurait que vous la lisez. La charger ?`,
  allow: "Charger, ici et sur les autres pages",
  refuse: "Ne pas charger",
  refused: (hosts) => `Rien n’est chargé depuis ${hosts}.`,
  allowed: (hosts) => `Vous autorisez ce journal à charger depuis ${hosts}.`,
  withdraw: "Ne plus charger",
};
