/** What is told of when someone listens to the keyboard from now on. */
const HEARD = "broadsheet:keys-heard";

/** The most keys of one shortcut. */
const MOST = 2;

/** Keeps letters and signs that are pressed before the shortcuts are there, and presses the last of them again then. */
export function keepKeys(): void {
  let kept: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent) => {
    if (event.key.length === 1) kept = [...kept, event].slice(-MOST);
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
