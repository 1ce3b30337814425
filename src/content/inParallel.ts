/**
 * Does work for each item of a list, several at a time, begun in the order of the list. After a failure no more is begun.
 * @param atOnce how many at a time
 * @returns what the work made of each item, in the order of the list
 * @throws the error of the first work that fails
 */
export async function inParallel<Item, Made>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, at: number) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  let hasFailed = false;
  // The workers share the iterator: each takes the next item.
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of waiting) {
      if (hasFailed) return;
      made[at] = await work(item, at).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return made;
}
