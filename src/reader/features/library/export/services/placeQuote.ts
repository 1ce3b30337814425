import type { Article } from "#content/article.ts";
import { findPassage } from "../../highlights/anchoring/findPassage.ts";
import type { Passage } from "../../highlights/anchoring/highlightPassage.ts";
import { passageAt } from "../../highlights/anchoring/passageAt.ts";
import { storyText } from "../../highlights/anchoring/storyText.ts";

/** Characters that services write differently from the page: quotation marks, apostrophes and dashes. */
const ALIKE = [/["“”„‟«»]/u, /['‘’‚‛`]/u, /[-‐‑‒–—]/u];

/**
 * Finds the words of a quotation in a story. Spaces, quotation marks and dashes
 * may differ from the story's; if more differs, they are found like those of a
 * highlight in a story that was edited.
 * @returns undefined if they are not there
 */
export function placeQuote(article: Article, quote: string): Passage | undefined {
  const text = storyText(article);
  const exact = patternOf(quote).exec(text);
  if (exact) return passageAt(text, exact.index, exact.index + exact[0].length);
  const found = findPassage(text, unplaced(quote));
  return found && passageAt(text, found.start, found.end);
}

/** A quotation without a place in the story, whose page lists it below the text. */
export const unplaced = (quote: string): Passage => ({ exact: quote, prefix: "", suffix: "", start: 0, end: quote.length });

function patternOf(quote: string): RegExp {
  const signs = Array.from(quote.trim().replace(/\s+/gu, " "), (sign) => {
    if (sign === " ") return "\\s+";
    return ALIKE.find((variants) => variants.test(sign))?.source ?? sign.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
  });
  return new RegExp(signs.join(""), "u");
}
