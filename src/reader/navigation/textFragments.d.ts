/** The functions used from text-fragments-polyfill, which comes without types. */
declare module "text-fragments-polyfill/dist/fragment-generation-utils.js" {
  import type { TextFragment } from "text-fragments-polyfill/text-fragment-utils";

  /** Expands the range to whole words. `status` 0 means that the fragment leads to the range and to nothing before it. */
  export function generateFragmentFromRange(range: Range): { status: number; fragment?: TextFragment };
}

declare module "text-fragments-polyfill/text-fragment-utils" {
  export type TextFragment = { textStart: string; textEnd?: string; prefix?: string; suffix?: string };

  export function getFragmentDirectives(hash: string): { text?: string[] };

  export function parseFragmentDirectives(directives: { text?: string[] }): { text?: TextFragment[] };

  export function processTextFragmentDirective(fragment: TextFragment): Range[];
}
