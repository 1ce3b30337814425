/**
 * How the titles of an archive end where they name their site: " | The Paper".
 * @param titles of all its stories
 * @returns the longest end after a sign that most share; undefined where there is none
 */
export function siteEnd(titles: string[]): string | undefined {
  const distinct = new Set(titles);
  const counts = new Map<string, number>();
  for (const end of [...distinct].flatMap(endsOf)) counts.set(end, (counts.get(end) ?? 0) + 1);
  const least = Math.max(FEWEST, distinct.size * SHARE);
  const [longest] = [...counts].filter(([, count]) => count >= least).toSorted(([a], [b]) => b.length - a.length);
  return longest?.[0];
}

/** Fewer may be a series. */
const FEWEST = 5;
const SHARE = 0.8;

/**
 * A headline without the name of its site at the end.
 * @param end as `siteEnd` found it
 * @param site the name of the site, where it is known
 */
export function withoutSite(headline: string, end: string | undefined, site?: string): string {
  const named = endsOf(headline).find((each) => each === end || each.replace(SIGN, "").toLowerCase() === site?.trim().toLowerCase());
  const before = named === undefined ? "" : headline.slice(0, -named.length).trim();
  return before === "" ? headline : before;
}

/** What follows each sign that may part a headline from what it names, with that sign. */
const endsOf = (title: string): string[] => [...title.matchAll(new RegExp(SIGN, "gu"))].map(({ index }) => title.slice(index));

const SIGN = /\s+[-–—|·•:›»~/]+\s+|\s*[|｜]\s*/u;
