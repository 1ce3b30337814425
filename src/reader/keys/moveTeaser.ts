import { isShown } from "./onThePage.ts";

/** Headlines that lead to a story: in teasers, strips and the rail of the newest. */
const HEADLINES = "main :is(.teaser :is(h2, h3) a, .also a, .times time + a, .columns h3 a, .turn a)";

/** Moves the focus to the next or previous headline; from nowhere, to the first one in view. Answers false at the end. */
export function moveTeaser(step: 1 | -1): boolean {
  const headlines = [...document.querySelectorAll<HTMLElement>(HEADLINES)].filter(isShown);
  const here = document.activeElement;
  const target = step === 1 ? headlines.find(isAfter(here)) : headlines.findLast(isBefore(here));
  target?.focus();
  return target !== undefined;
}

function isAfter(here: Element | null) {
  if (!here || here === document.body) return (headline: HTMLElement) => headline.getBoundingClientRect().top >= 0;
  return (headline: HTMLElement) => (here.compareDocumentPosition(headline) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isBefore(here: Element | null) {
  if (!here || here === document.body) return (headline: HTMLElement) => headline.getBoundingClientRect().top < 0;
  return (headline: HTMLElement) => (here.compareDocumentPosition(headline) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}
