import { getFragmentDirectives, parseFragmentDirectives, processTextFragmentDirective } from "text-fragments-polyfill/text-fragment-utils";

/**
 * The passages that a fragment directive names, as the browser would find them.
 * @param directive what stands after ":~:", such as "text=first%20words,last%20words"
 */
export function findPassages(directive: string): Range[] {
  try {
    const { text = [] } = parseFragmentDirectives(getFragmentDirectives(`#:~:${directive}`));
    return text.flatMap((fragment) => processTextFragmentDirective(fragment).slice(0, 1));
  } catch {
    // A hash can be anything: a broken percent sign names no passage.
    return [];
  }
}
