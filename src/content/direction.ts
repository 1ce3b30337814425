import type { Direction } from "./blocks/inline.ts";

const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** The direction in which a language is written. `language` is a BCP 47 tag; a script subtag ("az-Arab") takes precedence. */
export function direction(language: string): Direction {
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  if (rest.some((subtag) => subtag === "arab" || subtag === "hebr")) return "rtl";
  if (rest.includes("latn")) return "ltr";
  return RIGHT_TO_LEFT.has(primary) ? "rtl" : "ltr";
}
