import type { Direction } from "#content/blocks/inline.ts";
import { isolated } from "./isolated.ts";
import { counting } from "./plurals.ts";
import type { MoreWords, Words } from "./wordTypes.ts";

/** The functions that the sentences of a language are made with. */
export const parts = (language: string, around: Direction) => ({
  ...counting(language),
  isolated: (name: string | number) => isolated(name, around),
});

/** A script with words (see src/content/words/wordFiles.ts). */
export type WordScript<Made> = { default: (make: typeof parts) => Made };

type Scripts = { page: WordScript<Words>; more: WordScript<MoreWords> };

/** Loads one of the two scripts of a language. */
export type LoadWords = <Name extends keyof Scripts>(name: Name, language: string) => Promise<Scripts[Name]>;

/** The words are scripts beside the app's. Each page names those of its own language among its chunks; it needs no others. */
let load: LoadWords = (name, language) => {
  const chunks = document.querySelector<HTMLElement>("[data-chunks]")?.dataset["chunks"];
  const file = /words-\S+/u.exec(chunks ?? "")?.[0] ?? `words-${language}`;
  return import(/* @vite-ignore */ `./${name === "page" ? file : `${file}-more`}.js`);
};

/** Replaces the loader where the reader runs outside a site: in the prerenderer and in tests. */
export function setWords(from: LoadWords): void {
  load = from;
}

/** The words of every page in a language. */
export const loadCatalogue = (language: string): Promise<Words> => load("page", language).then((script) => script.default(parts));

/** The words that only parts of the reader need, loaded for all of them at once. */
export const loadMore = (language: string): Promise<MoreWords> => load("more", language).then((script) => script.default(parts));

export function loadPart<Part extends keyof MoreWords>(language: string, part: Part): Promise<MoreWords[Part]> {
  return loadMore(language).then((more) => more[part]);
}
