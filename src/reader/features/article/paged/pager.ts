import { setPagedScroll } from "../../../ui/bringIntoView.ts";
import { anchorOn, type PageContent, startOf } from "./anchor.ts";

/** The current page, from 1, and the number of pages. */
export type PageNumber = { page: number; count: number };

export type Pager = {
  /** Goes forward by a number of pages, or back if it is negative. */
  turn: (step: number) => void;
  toPage: (page: number) => void;
  /** Shows the page on which the content begins. */
  turnTo: (placed: PageContent) => void;
  stop: () => void;
};

type Listeners = {
  /** Called with the page number, at the beginning and when it changes. */
  onPage: (number: PageNumber) => void;
  /** Called with the content that the reader has reached, or undefined once they scroll again. */
  onPlace: (placed: PageContent | undefined) => void;
};

/**
 * Lays a story out in columns as high as the window, and shows one page at a time. Pages are turned by scrolling the
 * story sideways without animation, so find-in-page and links to a place in the story also end on a page.
 * @param story its style sheet must be loaded
 * @param begin the content that the reader has reached, if not the beginning
 */
export function makePager(story: HTMLElement, begin: PageContent | undefined, { onPage, onPlace }: Listeners): Pager {
  const isRtl = getComputedStyle(story).direction === "rtl";
  let width = 1;
  let number: PageNumber = { page: 1, count: 1 };
  let anchor = begin;

  const notify = (page: number, count: number) => {
    if (number.page !== page || number.count !== count) onPage((number = { page, count }));
  };
  const pageOf = (placed: PageContent): number => Math.floor((aheadOf(story, placed, isRtl) + 1) / width) + 1;
  const show = (wanted: number) => {
    const page = Math.max(1, Math.min(wanted, number.count));
    story.scrollTo({ left: (isRtl ? -1 : 1) * (page - 1) * width, top: 0, behavior: "instant" });
    notify(page, number.count);
  };
  const toPage = (page: number, placed?: PageContent) => {
    show(page);
    anchor = placed ?? anchorOn(story, isRtl);
    onPlace(anchor);
    // The reading position is recorded when the window scrolls.
    dispatchEvent(new Event("scroll"));
  };
  const turnTo = (placed: PageContent) => {
    toPage(pageOf(placed), placed);
    scrollToPages(story);
  };
  const turn = (step: number) => {
    // Reading aloud then no longer brings each spoken sentence into view.
    document.dispatchEvent(new Event("pageturn"));
    toPage(number.page + step);
    scrollToPages(story);
  };
  const relayout = () => {
    const laidOut = layOut(story);
    const { count } = laidOut;
    width = laidOut.width;
    number = { page: Math.min(number.page, count), count };
    onPage(number);
    show(anchor ? pageOf(anchor) : number.page);
  };
  const stopListening = listen(story, { turnTo, relayout, onScroll: () => snap() });
  const snap = () => {
    const page = Math.round(Math.abs(story.scrollLeft) / width) + 1;
    if (Math.abs(Math.abs(story.scrollLeft) - (number.page - 1) * width) > 1) toPage(page);
  };
  relayout();
  if (begin) scrollToPages(story);
  else anchor = anchorOn(story, isRtl);
  setPagedScroll((placed) => (story.contains(nodeOf(placed)) ? (turnTo(placed), true) : false));
  return {
    turn,
    toPage: (page) => toPage(page),
    turnTo,
    stop: () => {
      const here = anchor;
      stopListening();
      setPagedScroll(undefined);
      story.removeAttribute("style");
      for (const mark of ["data-odd", "data-enlarged"]) story.removeAttribute(mark);
      requestAnimationFrame(() => here && scrollAgain(story, here, onPlace));
    },
  };
}

/** Lays a story out in columns. @returns the width of a page, and the number of pages */
function layOut(story: HTMLElement): { width: number; count: number } {
  const top = topOf(story);
  story.style.setProperty("--above", `${top > above() ? 0 : Math.ceil(top)}px`);
  story.style.removeProperty("--page-width");
  story.toggleAttribute("data-odd", false);
  // An even number of whole pixels, so that both columns are equally wide and page edges do not drift.
  const width = Math.max(2, Math.floor(story.getBoundingClientRect().width / 2) * 2);
  story.style.setProperty("--page-width", `${width}px`);
  const columns = Number.parseInt(getComputedStyle(story).columnCount, 10) || 1;
  const filled = Math.max(1, Math.round((story.scrollWidth * columns) / width));
  // Pads a last page that fills only one of its two columns.
  story.toggleAttribute("data-odd", columns === 2 && filled % 2 === 1);
  return { width, count: Math.ceil(filled / columns) };
}

/** How far from the start of the first page the content begins, in pixels. */
function aheadOf(story: HTMLElement, placed: PageContent, isRtl: boolean): number {
  const frame = story.getBoundingClientRect();
  const start = startOf(placed);
  return (isRtl ? frame.right - start.right : start.left - frame.left) + Math.abs(story.scrollLeft);
}

/** Scrolls to the words the reader was at, unless the story is gone, is hidden while the next page loads, or is in pages again. */
function scrollAgain(story: HTMLElement, here: PageContent, onPlace: Listeners["onPlace"]): void {
  if (story.getClientRects().length === 0 || document.documentElement.dataset["pages"]) return;
  onPlace(undefined);
  scrollTo({ top: startOf(here).top + scrollY - innerHeight / 4, behavior: "instant" });
}

/** Scrolls the window to the pages. What is above the story stays visible, unless it takes much room. */
function scrollToPages(story: HTMLElement): void {
  const top = topOf(story);
  scrollTo({ top: top > above() ? top : 0, behavior: "instant" });
}

const above = (): number => innerHeight / 5;
const topOf = (story: HTMLElement): number => story.getBoundingClientRect().top + scrollY;

const nodeOf = (placed: PageContent): Node => (placed instanceof Range ? placed.startContainer : placed);

type Reactions = { turnTo: (placed: PageContent) => void; relayout: () => void; onScroll: () => void };

/** Keeps the layout up to date when anything about it changes, and shows what gets focus or was found. @returns a function that stops it */
function listen(story: HTMLElement, { turnTo, relayout, onScroll }: Reactions): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let frame = 0;
  const scheduleLayout = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(relayout);
  };
  story.addEventListener("scroll", onScroll, { signal, passive: true });
  const onFocus = ({ target }: FocusEvent) => {
    // The story's tools overlay every page.
    if (target instanceof HTMLElement && target !== story && !target.closest(".actions")) turnTo(target);
  };
  story.addEventListener("focusin", onFocus, { signal });
  // Space is reserved for pictures before they load, but not for `details` before they open.
  story.addEventListener("toggle", scheduleLayout, { signal, capture: true });
  addEventListener("resize", scheduleLayout, { signal });
  document.fonts.addEventListener("loadingdone", scheduleLayout, { signal });
  // The small player takes some of the story's height.
  const size = new ResizeObserver(scheduleLayout);
  size.observe(story);
  const settings = new MutationObserver(scheduleLayout);
  settings.observe(document.documentElement, { attributes: true });
  const content = new MutationObserver(scheduleLayout);
  content.observe(story, { childList: true, subtree: true });
  return () => {
    cancelAnimationFrame(frame);
    ending.abort();
    size.disconnect();
    settings.disconnect();
    content.disconnect();
  };
}
