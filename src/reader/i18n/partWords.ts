import { loadMore } from "./loadCatalogue.ts";
import type { MoreWords } from "./wordTypes.ts";

let here: MoreWords | undefined;

/** Sets the words for the prerenderer, which makes pages of several editions one after another. */
export function setPartWords(words: MoreWords): void {
  here = words;
}

/**
 * The words that only one part of the reader needs, loaded together with it: await `load` before showing the part, and
 * get its words from `use`. In a browser they are in the language of the page.
 */
export function partWords<Part extends keyof MoreWords>(part: Part): { load: () => Promise<void>; use: () => MoreWords[Part] } {
  return {
    load: async () => {
      if (typeof document !== "undefined") here = await loadMore(document.documentElement.lang);
    },
    use: () => {
      if (!here) throw new Error(`The words of ${part} have not been loaded.`);
      return here[part];
    },
  };
}
