import { isShown } from "./onThePage.ts";

/** Headlines that lead to a story: in teasers, strips and the rail of the newest. */
const HEADLINES = "main :is(.teaser :is(h2, h3) a, .also a, .times time + a, .columns h3 a, .turn a)";

/** The blocks of a story's text. */
const BLOCKS =
  ".prose > :is(p:not([class]), .unknown, h2, h3, h4, ul, ol, blockquote, figure, .gallery, .table, pre, .embed, .custom, .correction)";

/**
 * Moves focus to the next or previous headline or, inside a story, to the next or
 * previous paragraph, at the link that copies its address. If nothing has focus, or
 * what has it was scrolled out of view, it starts from what is in view.
 * @returns false at the end
 */
export function moveTeaser(step: 1 | -1): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>(`${HEADLINES}, ${BLOCKS}`)].filter(isShown).map(stopOf);
  const here = document.activeElement;
  const from = here && here !== document.body && !isScrolledAway(here) ? here : undefined;
  const target = step === 1 ? stops.find(isAfter(from)) : stops.findLast(isBefore(from));
  if (!target) return false;
  focusBlock(target);
  return true;
}

/** A paragraph is represented by its link, which says where the reader is and can be activated. */
function stopOf(element: HTMLElement): HTMLElement {
  return element.querySelector<HTMLElement>(":scope > .pilcrow") ?? element;
}

function isScrolledAway(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom < 0 || top > innerHeight;
}

function focusBlock(target: HTMLElement): void {
  if (target.tabIndex < 0 && !target.matches(".pilcrow")) {
    target.tabIndex = -1;
    target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
  }
  target.focus();
  // A paragraph that had no link has got one with the focus (ParagraphLinks.tsx).
  if (target.matches("p")) stopOf(target).focus();
  // Shows the whole paragraph, not only its first line.
  target.closest("p")?.scrollIntoView?.({ block: "nearest" });
}

function isAfter(here: Element | undefined) {
  if (!here) return (stop: HTMLElement) => stop.getBoundingClientRect().top >= 0;
  return (stop: HTMLElement) => (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isBefore(here: Element | undefined) {
  if (!here) return (stop: HTMLElement) => stop.getBoundingClientRect().top < 0;
  return (stop: HTMLElement) => (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}
