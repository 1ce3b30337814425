import { loadMore } from "./loadCatalogue.ts";
import type { MoreWords } from "./wordTypes.ts";

let here: MoreWords | undefined;

/** For who makes pages of several editions, one after another: what the parts of the next one say. */
export function setPartWords(words: MoreWords): void {
  here = words;
}

/**
 * What only a part of the reader says, which comes with that part: whoever shows it waits for `load`, and finds its
 * words by `use`. In a browser they are in the language of its page.
 */
export function partWords<Part extends keyof MoreWords>(part: Part): { load: () => Promise<void>; use: () => MoreWords[Part] } {
  return {
    load: async () => {
      if (typeof document !== "undefined") here = await loadMore(document.documentElement.lang);
    },
    use: () => {
      if (!here) throw new Error(`What says the words of ${part} must wait for them.`);
      return here[part];
    },
  };
}
