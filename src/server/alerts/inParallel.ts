/** Does some work for each of many things, for so many of them at once, until all are done or it is to stop. */
export async function inParallel<T>(
  things: T[],
  atOnce: number,
  isStopping: () => boolean,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  // They share the iterator: each takes the next.
  const waiting = things.values();
  const worker = async () => {
    for (const thing of waiting) if (!isStopping()) await work(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
