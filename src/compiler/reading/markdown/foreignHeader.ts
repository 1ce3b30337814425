import type { Raw } from "../../text/jsonRecord.ts";
import type { FrontMatter } from "./frontMatter.ts";

/**
 * Reads the header that a text without front matter begins with, as in Pelican (`Title: …` and further lines of fields above an empty one:
 * Python-Markdown's and MultiMarkdown's metadata) and in Nikola (`.. title: …`, also in an HTML comment).
 * @returns the fields and the text below; undefined if it begins with words
 */
export function foreignHeader(text: string): FrontMatter | undefined {
  const nikola = NIKOLA.exec(text);
  const header = nikola ? { all: nikola[0], lines: fieldLines(text, nikola[0], NIKOLA_FIELD) } : pelicanHeader(text);
  if (!header) return undefined;
  const { all, lines } = header;
  const fields = Object.fromEntries(lines.map(({ name, value }) => [name, valueOf(name, value)]));
  return {
    fields: nikola ? withStatus(fields) : fields,
    lines: new Map(lines.map(({ name, line }) => [name, line])),
    body: text.slice(all.length),
    bodyLine: all.split("\n").length,
    warnings: [],
  };
}

/** The fields of a file that holds only a header, as Nikola keeps them beside a text: its own form, or one value a line before version 6. */
export function headerFields(text: string): Raw {
  const { fields } = foreignHeader(text) ?? {};
  if (fields) return fields;
  const values = text.split("\n").map((line) => line.trim());
  return withStatus(Object.fromEntries(LINES.flatMap((name, index) => (values[index] ? [[name, valueOf(name, values[index])]] : []))));
}

const LINES = ["title", "slug", "date", "tags", "link", "description"];

/** Not a directive of reStructuredText, which has two colons. The comment around it ends before the text. */
const NIKOLA =
  /^\uFEFF?\s*(?:<!--\s*(?:\.\.[ \t]+[A-Za-z][\w-]*:(?!:)[^\n]*(?:\n|(?=-->)|$)\s*)(?:(?!-->)[^])*-->[ \t]*\n?|(?:\.\.[ \t]+[A-Za-z][\w-]*:(?!:)[^\n]*(?:\n|$))+)/u;
const NIKOLA_FIELD = /^(?:[ \t]*<!--)?[ \t]*\.\.[ \t]+([A-Za-z][\w-]*):[ \t]*(.*?)[ \t]*(?:-->)?$/u;

/** It ends with the first line that is no field, as in Python-Markdown; in reStructuredText, a colon precedes names. */
const PELICAN = /^\uFEFF?\s*(?::?[A-Za-z][\w-]*:(?!:)[^\n]*(?:\n|$)(?:[ \t]{2,}\S[^\n]*\n)*)+/u;
const PELICAN_FIELD = /^[ \t]*:?([A-Za-z][\w-]*):[ \t]*(.*)$/u;

function pelicanHeader(text: string): { all: string; lines: Field[] } | undefined {
  const [header] = PELICAN.exec(text) ?? [];
  if (header === undefined) return undefined;
  const lines = fieldLines(text, header, PELICAN_FIELD);
  // One such line above words may be words itself.
  const isApart = /^[ \t]*(?:\n|$|(?:---|\.\.\.)[ \t]*(?:\n|$))/u.test(text.slice(header.length));
  const isHeader = (isApart && lines.some(({ name }) => OPENING.has(name))) || lines.filter(({ name }) => KNOWN.has(name)).length > 1;
  const [end = ""] = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(text.slice(header.length)) ?? [];
  return isHeader ? { all: header + end, lines } : undefined;
}

/** A text that begins with one of these begins with a header. */
const OPENING = new Set(["title", "status"]);
const KNOWN = new Set(
  "title status date modified tags keywords category slug author authors summary lang translation save_as url template".split(" "),
);

type Field = { name: string; value: string; line: number };

/** Further lines of a field are indented. */
function fieldLines(text: string, header: string, pattern: RegExp): Field[] {
  const fields: Field[] = [];
  for (const [index, line] of text
    .slice(0, header.length)
    .replace(/^\uFEFF/u, " ")
    .split("\n")
    .entries()) {
    const [, name, value = ""] =
      (pattern === PELICAN_FIELD && /^[ \t]{2,}/u.test(line) && fields.length > 0 ? null : pattern.exec(line)) ?? [];
    const last = fields.at(-1);
    if (name !== undefined) fields.push({ name: name.toLowerCase().replaceAll("-", "_"), value: value.trim(), line: index + 1 });
    else if (last && pattern === PELICAN_FIELD) last.value = `${last.value} ${line.trim()}`.trim();
  }
  return fields;
}

/** Pelican and Nikola separate names with commas, or with semicolons if there are any, since a name may be "Doe, Jane". */
function valueOf(name: string, value: string): unknown {
  if (name === "date" || name === "modified" || name === "updated") return value.replace(/ UTC(?=[+-]\d)/u, " ");
  if (!LISTS.has(name)) return value;
  return value
    .split(value.includes(";") ? ";" : ",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

const LISTS = new Set(["tags", "keywords", "authors"]);

/** Before version 8, Nikola's status was a tag. Its types of posts are not ours. */
function withStatus(all: Raw): Raw {
  const fields = Object.fromEntries(Object.entries(all).filter(([name]) => name !== "type"));
  const tags: unknown[] = Array.isArray(fields["tags"]) ? fields["tags"] : [];
  const status = tags.find((tag) => tag === "draft" || tag === "private" || tag === "retired");
  return { ...(status !== undefined && { status }), ...fields, ...(tags.length > 0 && { tags: tags.filter((tag) => tag !== "mathjax") }) };
}
