/** What is told of when someone listens to the keyboard from now on, and when nobody will for now. */
const HEARD = "broadsheet:keys-heard";
const UNHEARD = "broadsheet:keys-unheard";

/** Keeps letters and signs that are pressed before the shortcuts are there, and presses the last two again then: no shortcut has more. */
export function replayKeys(): void {
  let kept: KeyboardEvent[] = [];
  let complain: (() => void) | undefined;
  const tell = () => {
    if (!kept.some(isShortcutLike)) return;
    complain?.();
    complain = undefined;
  };
  const keep = (event: KeyboardEvent) => {
    if (event.key.length === 1) kept = [...kept.slice(-1), event];
    tell();
  };
  const onUnheard = (event: Event) => {
    if (event instanceof CustomEvent) complain = event.detail;
    tell();
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

/** Tells that the shortcuts are there, or that their reader wants none: then nobody answers, and nothing is kept any longer. */
export function shortcutsReady(): void {
  document.dispatchEvent(new Event(HEARD));
}

/** Tells that the shortcuts did not come. @param complain called once, when a key was or is pressed that may be one */
export function shortcutsFailed(complain: () => void): void {
  document.dispatchEvent(new CustomEvent(UNHEARD, { detail: complain }));
}
