/** The fields that can be named in a query. */
export const FIELDS = ["topic", "place", "author", "section", "title", "before", "after", "on", "lang"] as const;

export type Field = (typeof FIELDS)[number];

/** Other names of fields, as searches elsewhere have them. */
const ALIASES: ReadonlyMap<string, Field> = new Map([["in", "section"]]);

/** A part of a query: OR, or something to find, perhaps in a field, perhaps not. */
export type Lexeme = { type: "or" } | { type: "part"; text: string; quoted: boolean; excluded: boolean; field?: Field | undefined };

/** What is longer is cut: nobody types it, and reading it costs time. */
const LONGEST = 2000;

const OPENING = `"“”„«»‟＂`;
const CLOSING = `"“”«»＂`;
const SPACE = /[\s()]/u;
const FIELD = new RegExp(`(${[...FIELDS, ...ALIASES.keys()].join("|")}):`, "iuy");
const NOT = /NOT\s+(?=\S)/uy;

/**
 * Cuts a query into parts.
 * @returns `open`: the last phrase has no end; `endsInWord`: the text ends in a word that may go on
 */
export function lexQuery(query: string): { lexemes: Lexeme[]; open: boolean; endsInWord: boolean } {
  const text = query.slice(0, LONGEST);
  const lexemes: Lexeme[] = [];
  let open = false;
  let endsInWord = false;
  let at = 0;
  for (;;) {
    while (SPACE.test(text.charAt(at))) at += 1;
    if (at >= text.length) break;
    const part = readPart(text, at);
    at = part.end;
    open = part.open;
    if (part.lexeme) lexemes.push(part.lexeme);
    endsInWord = part.lexeme?.type === "part" && !part.lexeme.quoted && at === text.length;
  }
  return { lexemes, open, endsInWord };
}

type Read = { lexeme?: Lexeme; end: number; open: boolean };

function readPart(text: string, start: number): Read {
  let at = start;
  let excluded = false;
  const not = matchAt(NOT, text, at);
  if (not !== undefined || (/[-−]/u.test(text.charAt(at)) && /\S/u.test(text.charAt(at + 1)))) {
    excluded = true;
    at += not?.length ?? 1;
  }
  const name = matchAt(FIELD, text, at);
  const written = name?.slice(0, -1).toLowerCase() ?? "";
  const field = ALIASES.get(written) ?? FIELDS.find((known) => known === written);
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

function readQuoted(text: string, start: number, excluded: boolean, field: Field | undefined): Read {
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
