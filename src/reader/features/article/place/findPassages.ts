import { getFragmentDirectives, parseFragmentDirectives, processTextFragmentDirective } from "text-fragments-polyfill/text-fragment-utils";

/**
 * The passages that a fragment directive names, as the browser would find them.
 * @param directive the part after ":~:", such as "text=first%20words,last%20words"
 */
export function findPassages(directive: string): Range[] {
  try {
    const { text = [] } = parseFragmentDirectives(getFragmentDirectives(`#:~:${directive}`));
    return text.flatMap((fragment) => processTextFragmentDirective(fragment).slice(0, 1));
  } catch {
    // A hash can be anything; one with malformed percent-encoding names no passage.
    return [];
  }
}
