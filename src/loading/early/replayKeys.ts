/** The events that say that the shortcuts listen to the keyboard from now on, and that they did not load. */
const HEARD = "broadsheet:keys-heard";
const UNHEARD = "broadsheet:keys-unheard";

/** Keeps the characters that are typed before the shortcuts are ready, and replays the last two then: no shortcut has more. */
export function replayKeys(): void {
  let kept: KeyboardEvent[] = [];
  let complain: (() => void) | undefined;
  const complainOnce = () => {
    if (!kept.some(isShortcutLike)) return;
    complain?.();
    complain = undefined;
  };
  const keep = (event: KeyboardEvent) => {
    if (event.key.length === 1) kept = [...kept.slice(-1), event];
    complainOnce();
  };
  const onUnheard = (event: Event) => {
    if (event instanceof CustomEvent) complain = event.detail;
    complainOnce();
  };
  const answer = () => {
    document.removeEventListener("keydown", keep);
    document.removeEventListener(UNHEARD, onUnheard);
    for (const event of kept) event.target?.dispatchEvent(new KeyboardEvent(event.type, event));
  };
  document.addEventListener("keydown", keep);
  document.addEventListener(UNHEARD, onUnheard);
  document.addEventListener(HEARD, answer, { once: true });
}

const isShortcutLike = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && !(target instanceof Element && target.closest("input, textarea, select, [contenteditable]"));

/** Signals that the shortcuts are ready, or switched off: then the replayed keys have no effect, and no more are kept. */
export function shortcutsReady(): void {
  document.dispatchEvent(new Event(HEARD));
}

/** Signals that the shortcuts did not load. @param complain called once, as soon as a key has been pressed that may be one */
export function shortcutsFailed(complain: () => void): void {
  document.dispatchEvent(new CustomEvent(UNHEARD, { detail: complain }));
}
