import { showPlacesBy } from "../../../ui/bringIntoView.ts";
import { anchorOn, type Placed, startOf } from "./anchor.ts";

/** The page that is shown, from 1, and how many there are. */
export type PageNumber = { page: number; count: number };

export type Pager = {
  /** Shows the page that is a number of pages after the one that is shown, or before it. */
  turn: (step: number) => void;
  toPage: (page: number) => void;
  /** Shows the page on which something begins. */
  bring: (placed: Placed) => void;
  stop: () => void;
};

type Told = {
  /** Told the number of the page, at the beginning and when it changes. */
  onPage: (number: PageNumber) => void;
  /** Told what the reader has come to, or nothing where they scroll again. */
  onPlace: (placed: Placed | undefined) => void;
};

/**
 * Sets a story in columns as high as the window, and shows one page of them at a time. Pages are turned by
 * scrolling the story sideways, at once: so what the browser finds in a page, and what a link leads to, is on one too.
 * @param story whose style sheet is here
 * @param begin what the reader has come to, if not the beginning
 */
export function makePager(story: HTMLElement, begin: Placed | undefined, { onPage, onPlace }: Told): Pager {
  const isRtl = getComputedStyle(story).direction === "rtl";
  let width = 1;
  let number: PageNumber = { page: 1, count: 1 };
  let anchor = begin;

  const tell = (page: number, count: number) => {
    if (number.page !== page || number.count !== count) onPage((number = { page, count }));
  };
  const pageOf = (placed: Placed): number => Math.floor((aheadOf(story, placed, isRtl) + 1) / width) + 1;
  const show = (wanted: number) => {
    const page = Math.max(1, Math.min(wanted, number.count));
    story.scrollTo({ left: (isRtl ? -1 : 1) * (page - 1) * width, top: 0, behavior: "instant" });
    tell(page, number.count);
  };
  const toPage = (page: number, placed?: Placed) => {
    show(page);
    anchor = placed ?? anchorOn(story, isRtl);
    onPlace(anchor);
    // What notes the reader's place listens to the window.
    dispatchEvent(new Event("scroll"));
  };
  const bring = (placed: Placed) => {
    toPage(pageOf(placed), placed);
    settle(story);
  };
  const turn = (step: number) => {
    // Whoever reads along is left alone by the sentence that is being read aloud.
    document.dispatchEvent(new Event("pageturn"));
    toPage(number.page + step);
    settle(story);
  };
  const setOut = () => {
    const laidOut = layOut(story);
    const { count } = laidOut;
    width = laidOut.width;
    number = { page: Math.min(number.page, count), count };
    onPage(number);
    show(anchor ? pageOf(anchor) : number.page);
  };
  const listening = listen(story, { bring, setOut, onScroll: () => snap() });
  const snap = () => {
    const page = Math.round(Math.abs(story.scrollLeft) / width) + 1;
    if (Math.abs(Math.abs(story.scrollLeft) - (number.page - 1) * width) > 1) toPage(page);
  };
  setOut();
  if (begin) settle(story);
  else anchor = anchorOn(story, isRtl);
  showPlacesBy((placed) => (story.contains(nodeOf(placed)) ? (bring(placed), true) : false));
  return {
    turn,
    toPage: (page) => toPage(page),
    bring,
    stop: () => {
      const here = anchor;
      listening();
      showPlacesBy(undefined);
      story.removeAttribute("style");
      for (const mark of ["data-odd", "data-enlarged"]) story.removeAttribute(mark);
      requestAnimationFrame(() => here && scrollAgain(story, here, onPlace));
    },
  };
}

/** Lays a story out in columns. @returns how wide a page is, and how many there are */
function layOut(story: HTMLElement): { width: number; count: number } {
  const top = topOf(story);
  story.style.setProperty("--above", `${top > above() ? 0 : Math.ceil(top)}px`);
  story.style.removeProperty("--page-width");
  story.toggleAttribute("data-odd", false);
  // Whole pixels, an even number of them: two columns of a page are equally wide, and no page ends beside its edge.
  const width = Math.max(2, Math.floor(story.getBoundingClientRect().width / 2) * 2);
  story.style.setProperty("--page-width", `${width}px`);
  const columns = Number.parseInt(getComputedStyle(story).columnCount, 10) || 1;
  const filled = Math.max(1, Math.round((story.scrollWidth * columns) / width));
  // The last page is as wide as the others, also where it has one column of two.
  story.toggleAttribute("data-odd", columns === 2 && filled % 2 === 1);
  return { width, count: Math.ceil(filled / columns) };
}

/** How far from the beginning of the first page something begins, in pixels. */
function aheadOf(story: HTMLElement, placed: Placed, isRtl: boolean): number {
  const frame = story.getBoundingClientRect();
  const start = startOf(placed);
  return (isRtl ? frame.right - start.right : start.left - frame.left) + Math.abs(story.scrollLeft);
}

/** Where a story is scrolled again, the reader is at the words that they read. Not where it was left, or is behind the shape of the next page. */
function scrollAgain(story: HTMLElement, here: Placed, onPlace: Told["onPlace"]): void {
  if (story.getClientRects().length === 0 || document.documentElement.dataset["pages"]) return;
  onPlace(undefined);
  scrollTo({ top: startOf(here).top + scrollY - innerHeight / 4, behavior: "instant" });
}

/** Scrolls the window to the pages. What stands above a story stays with it, unless that is much. */
function settle(story: HTMLElement): void {
  const top = topOf(story);
  scrollTo({ top: top > above() ? top : 0, behavior: "instant" });
}

const above = (): number => innerHeight / 5;
const topOf = (story: HTMLElement): number => story.getBoundingClientRect().top + scrollY;

const nodeOf = (placed: Placed): Node => (placed instanceof Range ? placed.startContainer : placed);

type Reactions = { bring: (placed: Placed) => void; setOut: () => void; onScroll: () => void };

/** Lays the pages out anew when anything about them changes, and shows what has the focus or was found. @returns how to stop */
function listen(story: HTMLElement, { bring, setOut, onScroll }: Reactions): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let frame = 0;
  const again = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(setOut);
  };
  story.addEventListener("scroll", onScroll, { signal, passive: true });
  const onFocus = ({ target }: FocusEvent) => {
    // The tools of a story stand over every page.
    if (target instanceof HTMLElement && target !== story && !target.closest(".actions")) bring(target);
  };
  story.addEventListener("focusin", onFocus, { signal });
  // Pictures have their room before they are here; what opens and closes has not.
  story.addEventListener("toggle", again, { signal, capture: true });
  addEventListener("resize", again, { signal });
  document.fonts.addEventListener("loadingdone", again, { signal });
  // The small player takes some of its height.
  const size = new ResizeObserver(again);
  size.observe(story);
  const settings = new MutationObserver(again);
  settings.observe(document.documentElement, { attributes: true });
  const content = new MutationObserver(again);
  content.observe(story, { childList: true, subtree: true });
  return () => {
    cancelAnimationFrame(frame);
    ending.abort();
    size.disconnect();
    settings.disconnect();
    content.disconnect();
  };
}
