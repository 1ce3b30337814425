import { catalogueLoader } from "../../catalogueOf.ts";
import type { SlotWords } from "./en.ts";

/** What is said about parts that come from elsewhere, in a language: a part of its catalogue that comes when it is wanted. */
export const loadSlotCatalogue = catalogueLoader<SlotWords>({
  ar: () => import("./ar.ts").then((module) => module.slotsAr),
  de: () => import("./de.ts").then((module) => module.slotsDe),
  en: () => import("./en.ts").then((module) => module.slotsEn),
  es: () => import("./es.ts").then((module) => module.slotsEs),
  fr: () => import("./fr.ts").then((module) => module.slotsFr),
});
