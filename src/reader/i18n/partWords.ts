import { loadPart } from "./loadCatalogue.ts";
import type { MoreWords } from "./wordTypes.ts";

/**
 * What only a part of the reader says, which comes with that part: whoever shows it waits for `load`, and finds its
 * words by `use`. A site says them in one language, whichever it is asked for.
 */
export function partWords<Part extends keyof MoreWords>(part: Part): { load: () => Promise<void>; use: () => MoreWords[Part] } {
  let here: MoreWords[Part] | undefined;
  return {
    load: async () => {
      here = await loadPart(typeof document === "undefined" ? "" : document.documentElement.lang, part);
    },
    use: () => {
      if (!here) throw new Error(`What says the words of ${part} must wait for them.`);
      return here;
    },
  };
}
