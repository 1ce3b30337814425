import { generateFragmentFromRange } from "text-fragments-polyfill/dist/fragment-generation-utils.js";

/**
 * The hash that leads to a passage: a text fragment (https://wicg.github.io/scroll-to-text-fragment/).
 * Undefined if no words distinguish it from the rest of the page.
 */
export function textFragment(passage: Range): string | undefined {
  const { status, fragment } = generateFragmentFromRange(passage.cloneRange());
  if (status !== 0 || !fragment) return undefined;
  const { prefix, textStart, textEnd, suffix } = fragment;
  const parts = [prefix && `${encoded(prefix)}-`, encoded(textStart), textEnd && encoded(textEnd), suffix && `-${encoded(suffix)}`];
  return `#:~:text=${parts.filter(Boolean).join(",")}`;
}

/** Dashes, commas and ampersands have a meaning in a text fragment. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}
