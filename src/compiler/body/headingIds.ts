import { slug } from "#content/slug.ts";

/** The ids that the reader app gives to parts of every story and its page. */
const RESERVED =
  /^(?:(?:p|image)-\d+|note(?:ref)?-.*|comment-.*|citations|comments|discussion|feature|found|latest|main|menu|more-about|more-from|notes|opened|pages-here|related-stories|top|trending)$/u;

/** Gives each heading of an article a unique id: its own, or else one made from its text, or else "section-3". */
export function headingIds(): (text: string, given?: string) => string {
  const taken = new Set<string>();
  let headings = 0;
  return (text, given = "") => {
    headings += 1;
    const own = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$/u.test(given) ? given : slug(text) || `section-${headings}`;
    const wanted = RESERVED.test(own) ? `section-${own}` : own;
    let id = wanted;
    for (let copy = 2; taken.has(id); copy += 1) id = `${wanted}-${copy}`;
    taken.add(id);
    return id;
  };
}
