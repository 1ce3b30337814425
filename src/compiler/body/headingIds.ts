import { slug } from "#content/slug.ts";

/** The ids that the reader app gives to parts of every story and its page. */
const RESERVED =
  /^(?:(?:p|image)-\d+|note(?:ref)?-.*|comment-.*|citations|comments|discussion|feature|found|latest|main|menu|more-about|more-from-.*|notes|opened|pages-here|related-stories|top|trending)$/u;

/** Gives each heading of an article a unique id: its own, or else one made from its text, or else "section-3". */
export function headingIds(): (text: string, given?: string) => string {
  const taken = new Set<string>();
  // The next number for an id that is taken: to count from 2 for each of many equal headings takes quadratic time.
  const copies = new Map<string, number>();
  let headings = 0;
  return (text, given = "") => {
    headings += 1;
    const own = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$/u.test(given) ? given : slug(text) || `section-${headings}`;
    const wanted = RESERVED.test(own) ? `section-${own}` : own;
    let id = wanted;
    let copy = copies.get(wanted) ?? 2;
    for (; taken.has(id); copy += 1) id = `${wanted}-${copy}`;
    copies.set(wanted, copy);
    taken.add(id);
    return id;
  };
}
