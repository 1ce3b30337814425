import type { Raw } from "../../text/jsonRecord.ts";
import { type Fault, type FrontMatter, frontMatter } from "./frontMatter.ts";

/**
 * Reads the header that a text without front matter begins with, as in Pelican (`Title: …` and further lines of fields above an empty one:
 * Python-Markdown's and MultiMarkdown's metadata), in Nikola (`.. title: …`, also in an HTML comment) and in JBake (`title=…` above tildes).
 * @returns the fields and the text below; undefined if it begins with words
 */
export function foreignHeader(text: string): FrontMatter | undefined {
  const nikola = nikolaHeader(text);
  if (nikola) {
    const matter = matterIn(text, nikola);
    return { ...matter, fields: withStatus(matter.fields) };
  }
  const pelican = pelicanHeader(text);
  return jbakeHeader(text) ?? (pelican && matterIn(text, pelican));
}

/** The header of JBake: a line of tildes is below its fields (`title=…`), and below nothing else. */
export function jbakeHeader(text: string): FrontMatter | undefined {
  const [all] = JBAKE.exec(text) ?? [];
  return all === undefined ? undefined : matterIn(text, { all, lines: fieldLines(all, JBAKE_FIELD) });
}

const JBAKE = /^\uFEFF?(?:(?:[A-Za-z][\w.-]*[ \t]*=[^\n]*|#[^\n]*|[ \t]*)\n)+~{6,}[ \t]*(?:\n|$)/u;
const JBAKE_FIELD = /^([A-Za-z][\w.-]*)[ \t]*=(.*)$/u;

const matterIn = (text: string, { all, lines }: Header): FrontMatter => ({
  fields: fieldsOf(lines.map(({ name, value }) => [name, value])),
  lines: new Map(lines.map(({ name, line }) => [name, line])),
  body: text.slice(all.length),
  bodyLine: all.split("\n").length,
  warnings: [],
});

/**
 * The fields of a file that holds only a header, as Nikola keeps them beside a text: front matter, Nikola's own form in any of its lines,
 * or one value a line before version 6.
 * @returns the fields; or what is wrong with the front matter
 */
export function headerFields(text: string): { fields: Raw; warnings: Fault[] } | Fault {
  const matter = frontMatter(text);
  if ("error" in matter) return matter;
  const { fields, warnings } = matter;
  if (Object.keys(fields).length > 0) return { fields: withStatus(fieldsOf(Object.entries(fields))), warnings };
  const lines = fieldLines(text, NIKOLA_FIELD);
  if (lines.length > 0) return { fields: withStatus(fieldsOf(lines.map(({ name, value }) => [name, value]))), warnings };
  const values = text.split("\n").map((line) => line.trim());
  const ofLines = LINES.flatMap((name, index): [string, unknown][] => (values[index] ? [[name, values[index]]] : []));
  return { fields: foreignHeader(text)?.fields ?? withStatus(fieldsOf(ofLines)), warnings };
}

const LINES = ["title", "slug", "date", "tags", "link", "description"];

/** A comment, which ends before the text, or all lines above the first empty one. */
const NIKOLA = /^\uFEFF?\s*(?:<!--[^]*?-->[ \t]*\n?|\.\.[ \t][^\n]*(?:\n|$)(?:[ \t]*\S[^\n]*(?:\n|$))*)/u;

/** Not a directive of reStructuredText, which has two colons. */
const NIKOLA_FIELD = /^(?:[ \t]*<!--)?[ \t]*\.\.[ \t]+([A-Za-z][\w-]*):(?!:)(.*)$/u;

/** Words that follow the last field without an empty line belong to the text. */
function nikolaHeader(text: string): Header | undefined {
  const [header] = NIKOLA.exec(text) ?? [];
  const lines = fieldLines(header ?? "", NIKOLA_FIELD);
  const last = lines.at(-1);
  if (header === undefined || !last) return undefined;
  const isComment = header.trimStart().startsWith("<!--");
  return { all: isComment ? header : (header.match(/[^\n]*(?:\n|$)/gu) ?? []).slice(0, last.line).join(""), lines };
}

/**
 * It ends with the first line that is no field, as in Python-Markdown, which allows three spaces before a name; what is indented further
 * continues the field above. In reStructuredText, a colon precedes names.
 */
const PELICAN = /^\uFEFF?\s*:?[A-Za-z][\w-]*:(?!:)[^\n]*(?:\n|$)(?:(?: {0,3}:?[A-Za-z][\w-]*:(?!:)|[ \t]{2,}\S)[^\n]*(?:\n|$))*/u;
const PELICAN_FIELD = /^ {0,3}:?([A-Za-z][\w-]*):(?!:)(.*)$/u;

function pelicanHeader(text: string): Header | undefined {
  const [header] = PELICAN.exec(text) ?? [];
  if (header === undefined) return undefined;
  const lines = fieldLines(header, PELICAN_FIELD);
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

type Header = { all: string; lines: Field[] };
type Field = { name: string; value: string; line: number };

function fieldLines(header: string, pattern: RegExp): Field[] {
  const fields: Field[] = [];
  for (const [index, line] of header
    .replace(/^\uFEFF/u, "")
    .split("\n")
    .entries()) {
    const [, name, rest = ""] = pattern.exec(line) ?? [];
    const value = (pattern === NIKOLA_FIELD ? rest.replace(/-->\s*$/u, "") : rest).trim();
    const last = fields.at(-1);
    if (name !== undefined) fields.push({ name: name.toLowerCase().replaceAll("-", "_"), value, line: index + 1 });
    else if (last && pattern === PELICAN_FIELD) last.value = `${last.value} ${line.trim()}`.trim();
  }
  return fields;
}

const fieldsOf = (entries: [name: string, value: unknown][]): Raw =>
  Object.fromEntries(entries.map(([name, value]) => [name, typeof value === "string" ? valueOf(name, value) : value]));

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

/** Before version 8, Nikola's status was a tag, and such a tag still counts whatever the status is. Its types of posts are not ours. */
function withStatus(all: Raw): Raw {
  const fields = Object.fromEntries(Object.entries(all).filter(([name]) => name !== "type"));
  const tags: unknown[] = Array.isArray(fields["tags"]) ? fields["tags"] : [];
  const status = tags.map((tag) => String(tag).toLowerCase()).find((tag) => tag === "draft" || tag === "private" || tag === "retired");
  return { ...fields, ...(status !== undefined && { status }), ...(tags.length > 0 && { tags: tags.filter((tag) => tag !== "mathjax") }) };
}
