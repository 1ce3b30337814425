import type { Schema } from "../schema.ts";

/** The fields that can be named in any query, besides the facets of its schema. */
const FIELDS = ["title", "before", "after", "on", "lang"];

/** A part of a query: OR, or something to find or exclude, optionally in a field. */
export type Lexeme = { type: "or" } | { type: "part"; text: string; quoted: boolean; excluded: boolean; field?: string | undefined };

/** A longer query is cut: nobody types one, and parsing it takes time. */
const LONGEST = 2000;

const OPENING = `"“”„«»‟＂`;
const CLOSING = `"“”«»＂`;
const SPACE = /[\s()]/u;
const NOT = /NOT\s+(?=\S)/uy;

/**
 * Splits a query into parts.
 * @returns `open`: whether the last phrase is not closed; `endsInWord`: whether the text ends in a word that may continue
 */
export function lexQuery(query: string, schema: Schema<never>): { lexemes: Lexeme[]; open: boolean; endsInWord: boolean } {
  const text = query.slice(0, LONGEST);
  const fields = fieldsOf(schema);
  const lexemes: Lexeme[] = [];
  let open = false;
  let endsInWord = false;
  let at = 0;
  for (;;) {
    while (SPACE.test(text.charAt(at))) at += 1;
    if (at >= text.length) break;
    const part = readPart(text, at, fields);
    at = part.end;
    open = part.open;
    if (part.lexeme) lexemes.push(part.lexeme);
    endsInWord = part.lexeme?.type === "part" && !part.lexeme.quoted && at === text.length;
  }
  return { lexemes, open, endsInWord };
}

type Read = { lexeme?: Lexeme; end: number; open: boolean };

/** The names that can precede a colon, and the field that each means. */
type Fields = { pattern: RegExp; meant: ReadonlyMap<string, string> };

function fieldsOf({ facets }: Schema<never>): Fields {
  const meant = new Map(FIELDS.map((field) => [field, field]));
  for (const [name, { alias = name }] of Object.entries(facets)) meant.set(name, name).set(alias, name);
  return { meant, pattern: new RegExp(`(${[...meant.keys()].join("|")}):`, "iuy") };
}

function readPart(text: string, start: number, { pattern, meant }: Fields): Read {
  let at = start;
  let excluded = false;
  const not = matchAt(NOT, text, at);
  if (not !== undefined || (/[-−]/u.test(text.charAt(at)) && /\S/u.test(text.charAt(at + 1)))) {
    excluded = true;
    at += not?.length ?? 1;
  }
  const name = matchAt(pattern, text, at);
  const field = meant.get(name?.slice(0, -1).toLowerCase() ?? "");
  at += field === undefined ? 0 : (name?.length ?? 0);
  if (OPENING.includes(text.charAt(at)) && at < text.length) return readQuoted(text, at + 1, excluded, field);
  const end = wordEnd(text, at);
  const word = text.slice(at, end);
  if (field === undefined && !excluded) {
    if (word === "OR" || word === "|") return { lexeme: { type: "or" }, end, open: false };
    if (word === "AND") return { end, open: false };
  }
  return { lexeme: { type: "part", text: word, quoted: false, excluded, field }, end: Math.max(end, at), open: false };
}

function readQuoted(text: string, start: number, excluded: boolean, field: string | undefined): Read {
  let end = start;
  while (end < text.length && !CLOSING.includes(text.charAt(end))) end += 1;
  const lexeme: Lexeme = { type: "part", text: text.slice(start, end), quoted: true, excluded, field };
  return { lexeme, end: end + 1, open: end >= text.length };
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !SPACE.test(text.charAt(end)) && !(end > start && OPENING.includes(text.charAt(end)))) end += 1;
  return end;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
