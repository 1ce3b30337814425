/**
 * The known name that was probably meant by another: the one with the fewest
 * letters to change, where these are few. Case, "-", "_" and spaces make no difference.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = folded(name);
  let best: { name: string; distance: number } | undefined;
  for (const each of known) {
    const other = folded(each);
    const most = Math.min(wanted.length, other.length) < 4 ? 0 : Math.max(wanted.length, other.length) < 8 ? 1 : 2;
    const distance = Math.abs(wanted.length - other.length) > most ? Number.POSITIVE_INFINITY : distanceOf(wanted, other);
    if (distance <= most && (!best || distance < best.distance)) best = { name: each, distance };
  }
  return best?.name;
}

const folded = (name: string): string => name.normalize("NFC").toLowerCase().replace(/[-_ ]/gu, "");

/** Letters to put in, take out, replace or exchange with their neighbour (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      const isExchange = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchanged = isExchange ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, exchanged));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
