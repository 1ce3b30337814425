/** The shortest distance, in words, from the first to the last of one place of each list; Infinity when a list is empty. */
export function span(lists: readonly (readonly number[])[]): number {
  const at = lists.map(() => 0);
  let shortest = Infinity;
  for (;;) {
    let low = Infinity;
    let high = -Infinity;
    let lowest = 0;
    for (const [i, list] of lists.entries()) {
      const place = list[at[i] ?? 0];
      if (place === undefined) return shortest;
      if (place < low) {
        low = place;
        lowest = i;
      }
      high = Math.max(high, place);
    }
    shortest = Math.min(shortest, high - low);
    at[lowest] = (at[lowest] ?? 0) + 1;
  }
}
