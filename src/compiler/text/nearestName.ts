/**
 * The known name that was probably meant by a misspelt one: the one with the smallest edit
 * distance, if it is small. Case, "-", "_" and spaces make no difference.
 */
export function nearestName<Name extends string>(name: string, known: Iterable<Name>): Name | undefined {
  return nearestAmong(known)(name);
}

/** The same for many names with one set of known names, such as the files of a folder. */
export function nearestAmong<Name extends string>(known: Iterable<Name>): (name: string) => Name | undefined {
  let others: { name: Name; other: string }[] | undefined;
  return (wished) => {
    // Most files have no unknown name.
    others ??= [...known].map((name) => ({ name, other: folded(name) }));
    const wanted = folded(wished);
    let best: { name: Name; distance: number } | undefined;
    for (const { name, other } of others) {
      const most = Math.min(wanted.length, other.length) < 4 ? 0 : Math.max(wanted.length, other.length) < 8 ? 1 : 2;
      if (Math.abs(wanted.length - other.length) > most) continue;
      const distance = distanceOf(...different(wanted, other));
      if (distance <= most && (!best || distance < best.distance)) best = { name, distance };
    }
    return best?.name;
  };
}

const folded = (name: string): string => name.normalize("NFC").toLowerCase().replace(/[-_ ]/gu, "");

/** Two names without their common beginning and end. */
function different(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** The number of insertions, deletions, replacements and transpositions (optimal string alignment distance). */
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
