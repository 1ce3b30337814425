import type { Article } from "#content/article.ts";
import { findPassage } from "../../highlights/anchoring/findPassage.ts";
import type { Passage } from "../../highlights/anchoring/passage.ts";
import { passageAt } from "../../highlights/anchoring/passageAt.ts";
import { storyText } from "../../highlights/anchoring/storyText.ts";

/** Signs that services write in another way than the page: quotation marks, apostrophes and dashes. */
const ALIKE = [/["“”„‟«»]/u, /['‘’‚‛`]/u, /[-‐‑‒–—]/u];

/**
 * Where the words of a quotation stand in a story. They may have other spaces,
 * quotation marks and dashes than the story; else they are found as those of a
 * highlight are in a story that was edited.
 * @returns undefined where they are not there
 */
export function placeQuote(article: Article, quote: string): Passage | undefined {
  const text = storyText(article);
  const exact = patternOf(quote).exec(text);
  if (exact) return passageAt(text, exact.index, exact.index + exact[0].length);
  const found = findPassage(text, unplaced(quote));
  return found && passageAt(text, found.start, found.end);
}

/** A quotation that stands nowhere: the page of the story lists it below the text. */
export const unplaced = (quote: string): Passage => ({ exact: quote, prefix: "", suffix: "", start: 0, end: quote.length });

function patternOf(quote: string): RegExp {
  const signs = Array.from(quote.trim().replace(/\s+/gu, " "), (sign) => {
    if (sign === " ") return "\\s+";
    return ALIKE.find((each) => each.test(sign))?.source ?? sign.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
  });
  return new RegExp(signs.join(""), "u");
}
