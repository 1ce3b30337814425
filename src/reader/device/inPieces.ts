/** Milliseconds after which the page may answer: a third of what a reader takes for at once. */
const PIECE = 30;

/** Does something with each of many, in pieces between which the page can answer. */
export async function inPieces<T>(all: Iterable<T>, work: (one: T) => void): Promise<void> {
  let began = performance.now();
  for (const one of all) {
    work(one);
    if (performance.now() - began < PIECE) continue;
    await new Promise((done) => setTimeout(done));
    began = performance.now();
  }
}
