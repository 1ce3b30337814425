/** How other programs write a headline or a date at the top of a text, where nothing here reads it. Each pattern is about one line. */
const FORMS: [form: string, line: RegExp][] = [
  ["front matter with an indented first line", /^[ \t]+-{3,}[ \t]*$/u],
  ["a header of Org (#+TITLE:)", /^#\+(?:title|date):/iu],
  ["a header of AsciiDoc (= Title)", /^= \S/u],
  ["fields of reStructuredText (:date:)", /^:(?:title|date|published|revdate):[ \t]+\S/iu],
  ["HTML (<title>, <meta>)", /^[ \t]*<(?:title>|meta\b[^>]*\b(?:date|published))/iu],
  ["JavaScript (export)", /^export (?:const|let|default)\b[^=\n]*[=({]/u],
  ["a table", /^\|[ \t]*[*_]*(?:title|headline|date|published)[*_]*[ \t]*\|/iu],
  ["a list (- title: …)", /^[-*+][ \t]+[*_]*(?:title|headline|date|published(?: on)?)[*_]*[ \t]*:/iu],
  ["lines in bold (**Date:** …)", /^[*_]{1,2}(?:title|headline|date|published(?: on)?)[ \t]*(?::[*_]{1,2}|[*_]{1,2}[ \t]*:)/iu],
  ["lines in the text (Date: …)", /^(?:title|headline|date|published(?: on)?)[ \t]*[:=][ \t]*\S/iu],
];

/** How far down a header may be, in lines. */
const DEEPEST = 30;

/**
 * The form in which a text gives headline or date if its front matter does not, with the line, for the report of a story that lacks them;
 * undefined if it gives none.
 * @param fields those of the front matter
 * @param unknown the names of those that mean nothing
 */
export function otherForm(body: string, bodyLine: number, fields: Record<string, unknown>, unknown: string[]): string | undefined {
  const group = Object.entries(fields).find(([name, value]) => unknown.includes(name) && hasHeader(value));
  if (group) return `a group of fields (“${group[0]}”)`;
  const lines = body.split("\n", DEEPEST);
  for (const [at, line] of lines.entries()) {
    const form = FORMS.find(([, pattern]) => pattern.test(line))?.[0];
    if (form !== undefined) return `${form} in line ${at + bodyLine}`;
  }
  const names = unknown
    .filter((name) => isShort(fields[name]))
    .slice(0, MOST_NAMED)
    .map((name) => `“${name}”`);
  return names.length === 0 ? undefined : `fields with other names (${names.join(", ")})`;
}

const MOST_NAMED = 5;

/** A headline or a date, as far as its form tells. */
const isShort = (value: unknown): boolean => value instanceof Date || (typeof value === "string" && value !== "" && value.length <= 200);

const hasHeader = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).some((name) => /^(?:title|headline|date|published)/iu.test(name));
