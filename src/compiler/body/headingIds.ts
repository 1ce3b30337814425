import { slug } from "#content/slug.ts";

/** Gives each heading of one article an id: the one it has, else its words, else "section-3"; never the same twice. */
export function headingIds(): (text: string, given?: string) => string {
  const taken = new Set<string>();
  let headings = 0;
  return (text, given = "") => {
    headings += 1;
    const wanted = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$/u.test(given) ? given : slug(text) || `section-${headings}`;
    let id = wanted;
    for (let copy = 2; taken.has(id); copy += 1) id = `${wanted}-${copy}`;
    taken.add(id);
    return id;
  };
}
