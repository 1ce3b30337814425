import type { Pager } from "./pager.ts";

/** Boxes that can be focused only so that keys scroll them. A tap in the margin beside one is, to the browser, a tap on it. */
const BOXES = "[role='region'], pre, .formula";

/** Elements that handle a click themselves. */
const ANSWERS = `a, button, summary, label, input, select, textarea, audio, video, img, [tabindex='0']:not(${BOXES}), [contenteditable]`;
const TYPED = "input, select, textarea, audio, video, [contenteditable]";

/** How far a finger moves before it counts as a swipe, in pixels. */
const SWIPE = 40;

/**
 * Turns pages by keys, taps and swipes. Arrow keys, taps and swipes follow the direction of the text: in a
 * story in Arabic, forward is to the left.
 * @returns a function that stops it
 */
export function listenToInput(story: HTMLElement, { turn, toPage }: Pick<Pager, "turn" | "toPage">): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const on = getComputedStyle(story).direction === "rtl" ? -1 : 1;
  const steps: Record<string, () => void> = {
    ArrowRight: () => turn(on),
    ArrowLeft: () => turn(-on),
    PageDown: () => turn(1),
    PageUp: () => turn(-1),
    Home: () => toPage(1),
    End: () => toPage(Infinity),
  };
  const onKey = (event: KeyboardEvent) => {
    const { key, target, shiftKey } = event;
    const isModified = event.ctrlKey || event.altKey || event.metaKey;
    if (event.defaultPrevented || isModified || document.querySelector("dialog[open]") || !isInWindow(story)) return;
    const within = target instanceof Element ? target : undefined;
    const step = key === " " && !within?.closest(ANSWERS) ? () => turn(shiftKey ? -1 : 1) : shiftKey ? undefined : steps[key];
    if (!step || within?.closest(TYPED) || scrollsItself(within, key)) return;
    event.preventDefault();
    step();
  };
  const onClick = (event: MouseEvent) => {
    const { target, clientX, defaultPrevented } = event;
    if (defaultPrevented || !(target instanceof Element) || target.closest(ANSWERS)) return;
    if (document.getSelection()?.isCollapsed === false) return;
    const { left, width } = story.getBoundingClientRect();
    if (!isBeside(story, event)) return;
    const share = (clientX - left) / width;
    // The third at the start of the line turns back, as does the margin there; the rest turns forward.
    turn((on === 1 ? share : 1 - share) < 1 / 3 ? -1 : 1);
  };
  document.addEventListener("keydown", onKey, { signal });
  // Not on the story: a click in an empty column targets the element around it.
  document.addEventListener("click", onClick, { signal });
  listenToSwipes(story, (direction) => turn(-direction * on), signal);
  return () => ending.abort();
}

/** Whether a key scrolls the box that has focus, such as a wide table or a long line of code. */
function scrollsItself(focused: Element | undefined, key: string): boolean {
  const box = focused?.closest<HTMLElement>("[tabindex='0']");
  if (!box) return false;
  return key.startsWith("Arrow") ? box.scrollWidth > box.clientWidth : box.scrollHeight > box.clientHeight;
}

/** Whether a click or touch is on the story or in the margins beside it, and not on something above it. */
function isBeside(story: HTMLElement, { target, clientY: y }: { target: EventTarget | null; clientY: number }): boolean {
  const { top, bottom } = story.getBoundingClientRect();
  return target instanceof Node && (story.contains(target) || target.contains(story)) && y >= top && y < bottom;
}

/** Whether the story takes up more than half of the window. */
function isInWindow(story: HTMLElement): boolean {
  const { top, bottom } = story.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0) > innerHeight / 2;
}

/** @param onSwipe called with 1 for a swipe to the right, -1 to the left */
function listenToSwipes(story: HTMLElement, onSwipe: (direction: 1 | -1) => void, signal: AbortSignal): void {
  let from: Touch | undefined;
  // On a page that is pinch-zoomed, one finger pans.
  const isEnlarged = () => (visualViewport?.scale ?? 1) > 1.01;
  const begin = ({ touches: [first, second] }: TouchEvent) =>
    (from = first && !second && !isEnlarged() && isBeside(story, first) ? first : undefined);
  const end = ({ changedTouches: [to] }: TouchEvent) => {
    if (!from || !to || document.getSelection()?.isCollapsed === false) return;
    const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
    if (Math.abs(across) > SWIPE && Math.abs(across) > 1.5 * Math.abs(down)) onSwipe(across > 0 ? 1 : -1);
  };
  visualViewport?.addEventListener("resize", () => story.toggleAttribute("data-enlarged", isEnlarged()), { signal });
  document.addEventListener("touchstart", begin, { signal, passive: true });
  document.addEventListener("touchend", end, { signal, passive: true });
}
