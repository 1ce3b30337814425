/** A header that another program keeps its fields in, and that is not read here. */
export type ForeignHeader = { program: "Nikola" | "Pelican"; line: string };

/**
 * The header that a text without front matter begins with, as in Pelican (`Title: …` and further lines of fields above an empty one:
 * Python-Markdown's and MultiMarkdown's metadata) and in Nikola (`.. title: …`, also in an HTML comment).
 * Its fields may say that the story is not public, and its lines are no part of the text.
 */
export function foreignHeader(text: string): ForeignHeader | undefined {
  const [, nikola] = NIKOLA.exec(text) ?? [];
  if (nikola !== undefined) return { program: "Nikola", line: nikola };
  const [header = ""] = PELICAN.exec(text) ?? [];
  const names = [...header.matchAll(/^([\w-]+):/gmu)].map(([, name = ""]) => name.toLowerCase());
  const isHeader = names.some((name) => OPENING.has(name)) || names.filter((name) => KNOWN.has(name)).length > 1;
  return isHeader ? { program: "Pelican", line: header.split("\n", 1)[0] ?? "" } : undefined;
}

const NIKOLA = /^\uFEFF?\s*(?:<!--\s*)?(\.\. (?:title|slug|date|status|tags|category|author|link|description|type|hidetitle):[^\n]*)/iu;
const PELICAN = /^\uFEFF?\s*(?:[A-Za-z][\w-]*:(?:[ \t][^\n]*)?\n(?:[ \t]{2,}\S[^\n]*\n)*)+(?=[ \t]*(?:\n|$))/u;

/** A text that begins with one of these begins with a header. */
const OPENING = new Set(["title", "status"]);
const KNOWN = new Set(
  "title status date modified tags keywords category slug author authors summary lang translation save_as url template".split(" "),
);
