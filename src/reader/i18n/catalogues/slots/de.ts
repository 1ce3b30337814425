import type { SlotWords } from "./en.ts";

export const slotsDe: SlotWords = {
  asks: (hosts) => `Ein Teil dieser Seite kommt von ${hosts} und ließe dort erkennen, dass Sie sie lesen. Laden?`,
  allow: "Laden, hier und auf anderen Seiten",
  refuse: "Nicht laden",
  refused: (hosts) => `Von ${hosts} wird nichts geladen.`,
  allowed: (hosts) => `Sie erlauben dieser Zeitung, von ${hosts} zu laden.`,
  withdraw: "Nicht mehr laden",
};
