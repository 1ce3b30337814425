/** What is told of when someone listens to the keyboard from now on. */
const HEARD = "broadsheet:keys-heard";

/** Keeps letters and signs that are pressed before the shortcuts are there, and presses the last two again then: no shortcut has more. */
export function keepKeys(): void {
  let kept: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent) => {
    if (event.key.length === 1) kept = [...kept.slice(-1), event];
  };
  const answer = () => {
    document.removeEventListener("keydown", keep);
    for (const event of kept) event.target?.dispatchEvent(new KeyboardEvent(event.type, event));
  };
  document.addEventListener("keydown", keep);
  document.addEventListener(HEARD, answer, { once: true });
}

/** Tells that the shortcuts are there, or that their reader wants none: then nobody answers, and nothing is kept any longer. */
export function hearKeys(): void {
  document.dispatchEvent(new Event(HEARD));
}
