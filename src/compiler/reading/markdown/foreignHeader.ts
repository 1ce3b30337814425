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
  const names = [...header.matchAll(/^\s*:?([\w-]+):/gmu)].map(([, name = ""]) => name.toLowerCase());
  // One such line above words may be words itself.
  const isApart = /^[ \t]*(?:\n|$)/u.test(text.slice(header.length));
  const isHeader = (isApart && names.some((name) => OPENING.has(name))) || names.filter((name) => KNOWN.has(name)).length > 1;
  return isHeader ? { program: "Pelican", line: header.trim().split("\n", 1)[0] ?? "" } : undefined;
}

/** Not a directive of reStructuredText, which has two colons. */
const NIKOLA = /^\uFEFF?\s*(?:<!--\s*)?(\.\.[ \t]+[A-Za-z][\w-]*:(?!:)[^\n]*)/u;
/** It ends with the first line that is no field, as in Python-Markdown; in reStructuredText, a colon precedes names. */
const PELICAN = /^\uFEFF?\s*(?::?[A-Za-z][\w-]*:(?!:)[^\n]*(?:\n|$)(?:[ \t]{2,}\S[^\n]*\n)*)+/u;

/** A text that begins with one of these begins with a header. */
const OPENING = new Set(["title", "status"]);
const KNOWN = new Set(
  "title status date modified tags keywords category slug author authors summary lang translation save_as url template".split(" "),
);
