/** What is told of when someone listens to the keyboard from now on. */
const HEARD = "broadsheet:keys-heard";

/** The most keys of one shortcut. */
const MOST = 2;

/** Keeps letters and signs that are pressed before the shortcuts are there, and presses the last of them again then. */
export function keepKeys(): void {
  const kept: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent) => void (event.key.length === 1 && kept.push(event));
  const answer = () => {
    document.removeEventListener("keydown", keep);
    for (const event of kept.slice(-MOST)) event.target?.dispatchEvent(new KeyboardEvent(event.type, event));
  };
  document.addEventListener("keydown", keep);
  document.addEventListener(HEARD, answer, { once: true });
}

/** Tells that the shortcuts are there. */
export function hearKeys(): void {
  document.dispatchEvent(new Event(HEARD));
}
