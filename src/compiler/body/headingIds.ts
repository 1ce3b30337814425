import { slug } from "#content/slug.ts";

/** What the reader names parts of every story and its page by. */
const RESERVED =
  /^(?:(?:p|image)-\d+|note(?:ref)?-.*|comment-.*|citations|comments|discussion|feature|found|latest|main|menu|more-about|more-from|notes|opened|pages-here|related-stories|top|trending)$/u;

/** Gives each heading of one article an id: the one it has, else its words, else "section-3"; never the same twice. */
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
