import { decoded } from "#content/decoded.ts";

/** Parts that appear over the page for a while: when one closes, the focus returns to where it was before. */
const PASSING = ".toast, .passage-tool, [popover]";

const FOCUSABLE = "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, iframe";

/** How many elements that had the focus are remembered. */
const REMEMBERED = 8;

/** A selector for the element that gets the focus when the focused one is removed. */
let wished: string | undefined;

/**
 * Names the element that gets the focus when the focused one is about to be removed, where
 * the rules of `restoreFocus` would not find the best one. It may appear later.
 */
export function focusNext(selector: string): void {
  wished = selector;
}

/**
 * Keeps the place of a reader without a mouse. When the focused element is removed
 * from the page, the focus goes to what is there now, else to the next item, else
 * to the previous one, else to the heading of that part. The browser alone would
 * put it on the body, at the start of the page.
 * @returns a function that stops it
 */
export function restoreFocus(): () => void {
  let held: HTMLElement | undefined;
  let given: HTMLElement | undefined;
  let trail: HTMLElement[] = [];
  let lost: MutationRecord[] = [];
  const give = (target: HTMLElement, preventScroll: boolean) => {
    given = target;
    if (!target.matches(FOCUSABLE) && !target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll });
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    held = target;
    lost = [];
    trail = [target, ...trail.filter((element) => element !== target)].slice(0, REMEMBERED);
    if (target !== given) wished = undefined;
  };
  // A press outside all controls is meant to leave the focus nowhere. By the time of the microtask, an element that was
  // removed or hidden is no longer shown.
  const onBlur = () =>
    queueMicrotask(() => {
      if (held && isShown(held) && isNowhere()) held = undefined;
    });
  const onPress = () => (wished = undefined);
  // After a link within the page, the browser continues with Tab from its target, but leaves the focus nowhere.
  const onFollow = ({ target }: MouseEvent) =>
    setTimeout(() => {
      const place = isNowhere() ? placeOnPage(target) : null;
      if (place) give(place, true);
    });
  const look = (records: MutationRecord[]) => {
    const wish = wished !== undefined && (isNowhere() || isHere(given)) ? shownIn(document, wished) : undefined;
    if (wish) {
      wished = undefined;
      return give(wish, false);
    }
    if (!held || !isNowhere() || isShown(held)) return;
    if (lost.length === 0) lost = records;
    const passed = held.closest(PASSING) !== null;
    const place = placeOf(held, lost);
    // The page itself has changed: RouteFocus.tsx handles that, and goes first.
    if (!passed && (!place || isPage(place))) return void setTimeout(() => isNowhere() && toHeading(undefined));
    const [, ...before] = trail;
    const target =
      successorOf(held) ?? (passed || !place ? first(before, successorOf) : (newIn(place) ?? nextTo(place, held) ?? newNear(place, lost)));
    if (target && isReachable(target)) give(target, false);
    else toHeading(passed ? undefined : place?.target);
  };
  const toHeading = (within: Node | undefined) => {
    const heading = headingOver(within);
    if (heading) give(heading, within === undefined);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  const heard = new AbortController();
  document.addEventListener("focusin", onFocus, heard);
  document.addEventListener("focusout", onBlur, heard);
  document.addEventListener("pointerdown", onPress, heard);
  document.addEventListener("click", onFollow, heard);
  return () => {
    observer.disconnect();
    heard.abort();
  };
}

/** The target of a link within the page. */
function placeOnPage(pressed: EventTarget | null): HTMLElement | null {
  const link = pressed instanceof Element ? pressed.closest<HTMLAnchorElement>("a[href*='#']") : null;
  return link?.pathname === location.pathname ? document.getElementById(decoded(link.hash.slice(1))) : null;
}

const isHere = (element: HTMLElement | undefined): boolean => element !== undefined && document.activeElement === element;

const isNowhere = (): boolean => document.activeElement === null || document.activeElement.matches("html, body");

const isShown = (element: HTMLElement): boolean => element.isConnected && (element.checkVisibility?.({ visibilityProperty: true }) ?? true);

/** The element itself, or the one with the same id that has replaced it. */
function successorOf(element: HTMLElement): HTMLElement | undefined {
  const now = element.isConnected || element.id === "" ? element : document.getElementById(element.id);
  return now && isShown(now) ? now : undefined;
}

function first<T, Found>(all: readonly T[], find: (item: T) => Found | undefined): Found | undefined {
  for (const item of all) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** While a dialog is open, only what is inside it can be reached. */
const isReachable = (element: HTMLElement): boolean => !openDialog() || openDialog()?.contains(element) === true;

const openDialog = (): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>("dialog[open]")].at(-1);

const isPage = ({ removedNodes }: MutationRecord): boolean =>
  [...removedNodes].some((node) => node instanceof Element && (node.matches("main, #root") || node.querySelector("main") !== null));

/** The last of the removals that took an element off the page: what was removed with it, and from where. */
function placeOf(element: HTMLElement, records: MutationRecord[]): MutationRecord | undefined {
  let inside: Node = element;
  let place: MutationRecord | undefined;
  for (const record of records) {
    if (![...record.removedNodes].some((node) => node.contains(inside))) continue;
    place = record;
    inside = record.target;
  }
  return place?.target.isConnected ? place : undefined;
}

/** What is now in the place of what was removed. */
function newIn({ target, previousSibling, nextSibling }: MutationRecord): HTMLElement | undefined {
  if (previousSibling && previousSibling.parentNode !== target) return undefined;
  for (
    let node = previousSibling ? previousSibling.nextSibling : target.firstChild;
    node && node !== nextSibling;
    node = node.nextSibling
  ) {
    const found = focusableIn(node);
    if (found) return found;
  }
  return undefined;
}

/** The next item of the same kind, else the previous one: in it the same control, so that one key is enough to go through a list. */
function nextTo({ previousSibling, nextSibling, removedNodes }: MutationRecord, element: HTMLElement): HTMLElement | undefined {
  const [gone] = removedNodes;
  const inItem = (node: Node) => (node.nodeName === gone?.nodeName ? (twinIn(node, element) ?? focusableIn(node)) : undefined);
  for (let node = nextSibling; node?.isConnected; node = node.nextSibling) {
    const found = inItem(node);
    if (found) return found;
  }
  for (let node = previousSibling; node?.isConnected; node = node.previousSibling) {
    const found = inItem(node);
    if (found) return found;
  }
  return undefined;
}

/** What was added at the same moment, such as the stories after the last "Show more". */
function newNear({ target }: MutationRecord, records: MutationRecord[]): HTMLElement | undefined {
  const near = (target instanceof Element ? target : target.parentElement)?.closest("section, main, dialog");
  for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
    const found = near?.contains(node) ? focusableIn(node) : undefined;
    if (found) return found;
  }
  return undefined;
}

function twinIn(item: Node, element: HTMLElement): HTMLElement | undefined {
  if (!(item instanceof HTMLElement)) return undefined;
  const alike = (other: HTMLElement) => other.nodeName === element.nodeName && other.className === element.className;
  return [item, ...item.querySelectorAll<HTMLElement>(element.nodeName)].find((other) => alike(other) && isShown(other));
}

function focusableIn(node: Node): HTMLElement | undefined {
  if (!(node instanceof HTMLElement) || node.closest(PASSING)) return undefined;
  return node.matches(FOCUSABLE) && isShown(node) ? node : shownIn(node, FOCUSABLE);
}

function shownIn(within: ParentNode, selector: string): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(selector)].find(isShown);
}

const HEADINGS = [":scope > :is(h1, h2, h3, h4)", ":scope > header :is(h1, h2, h3)", ":scope > :is(legend, summary)"].join(", ");

/** The heading of the part that contains a node, else that of the page. */
function headingOver(node: Node | undefined): HTMLElement | undefined {
  const dialog = openDialog();
  for (let part = node instanceof Element ? node : node?.parentElement; part && part !== document.body; part = part.parentElement) {
    const heading = shownIn(part, HEADINGS);
    if (heading && isReachable(heading)) return heading;
  }
  return dialog ? shownIn(dialog, "h2") : (shownIn(document, "main h1") ?? shownIn(document, "h1"));
}
