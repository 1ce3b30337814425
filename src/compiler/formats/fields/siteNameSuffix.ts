/**
 * The ending with which the titles of an archive name their site: " | The Paper".
 * @param titles of all its stories
 * @returns the longest ending, from a separator on, that most titles share; undefined if there is none
 */
export function siteNameSuffix(titles: string[]): string | undefined {
  const distinct = new Set(titles);
  const counts = new Map<string, number>();
  for (const end of [...distinct].flatMap(suffixesOf)) counts.set(end, (counts.get(end) ?? 0) + 1);
  const least = Math.max(FEWEST, distinct.size * SHARE);
  const [longest] = [...counts].filter(([, count]) => count >= least).toSorted(([a], [b]) => b.length - a.length);
  return longest?.[0];
}

/** Fewer titles with the same ending may be a series. */
const FEWEST = 5;
const SHARE = 0.8;

/**
 * A headline without the name of its site at the end.
 * @param suffix as siteNameSuffix found it
 * @param site the name of the site, if known
 */
export function withoutSiteName(headline: string, suffix: string | undefined, site?: string): string {
  const named = suffixesOf(headline).find(
    (each) => each === suffix || each.replace(SEPARATOR, "").toLowerCase() === site?.trim().toLowerCase(),
  );
  const before = named === undefined ? "" : headline.slice(0, -named.length).trim();
  return before === "" ? headline : before;
}

/** The endings of a title from each character that may separate a headline from a site's name. */
const suffixesOf = (title: string): string[] => [...title.matchAll(new RegExp(SEPARATOR, "gu"))].map(({ index }) => title.slice(index));

const SEPARATOR = /\s+[-–—|·•:›»~/]+\s+|\s*[|｜]\s*/u;
