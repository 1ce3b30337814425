/** The milliseconds of work after which the page may respond: a third of what a reader perceives as instant. */
const PIECE = 30;

/** Does something with each item, pausing so that the page can respond in between. */
export async function inPieces<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - began < PIECE) continue;
    await new Promise((done) => setTimeout(done));
    began = performance.now();
  }
}
