/**
 * Slugs of one topic that differ in number or by a word "and" alone, such as
 * "election" and "elections". Careful: a word that means something else in the
 * plural stays apart, and what is found is reported, so that a publisher can
 * keep two apart by naming both in edition.json.
 * @returns groups of at least two, in the order in which their first came
 */
export function nearNames(slugs: Iterable<string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const slug of slugs) {
    const key = keyOf(slug);
    groups.set(key, [...(groups.get(key) ?? []), slug]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** English alone: other languages make plurals in ways that a rule of thumb gets wrong. */
function keyOf(slug: string): string {
  const words = slug.split("-").filter((word, place, all) => word !== "and" || place === 0 || place === all.length - 1);
  const last = words.at(-1) ?? "";
  return [...words.slice(0, -1), singular(last)].join("-");
}

/** Words whose plural is a word of its own, or that only look like plurals. */
const APART = new Set(
  `arms airs colours colors customs damages earnings essentials forces games glasses goods grounds heads headquarters honours letters looks
   manners means mines minutes news odds outskirts papers physics politics premises proceeds quarters regards returns savings series services
   shorts species spirits stairs states surroundings terms thanks times valuables wales waters ways woods works`.split(/\s+/u),
);

function singular(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/u.test(word) || APART.has(word) || /(?:ss|us|is|ics|as|os)$/u.test(word)) return word;
  if (/[^aeiou]ies$/u.test(word)) return word.length > 5 ? `${word.slice(0, -3)}y` : word;
  if (/(?:[sxz]|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
