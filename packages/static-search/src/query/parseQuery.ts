import type { Schema } from "../schema.ts";
import { lexQuery, type Lexeme } from "./lexQuery.ts";
import type { Notice } from "./notice.ts";
import { type Clause, type Item, type Query, queryTokens } from "./clauses.ts";

/** The maximum number of words that are searched, since each requires downloads. */
export const MOST_WORDS = 24;

/** A name before a colon that is not a field. Does not match an address ("https://…") or a time ("10:30"). */
const OTHER_FIELD = /^\p{L}+(?=:[^\s/])/u;

/**
 * Parses a query. It cannot fail: what is not understood becomes a notice. The syntax:
 * words, "phrases", word*, -not, OR (or |), and title: before: after: on: lang:
 * and the facets of the schema, each followed by a word or a "phrase".
 * @param typing the query is still being typed: the last word is a prefix unless a space follows, and an open quotation mark is no mistake
 */
export function parseQuery(text: string, schema: Schema<never>, typing = false): Query {
  const { lexemes, open, endsInWord } = lexQuery(text, schema);
  const notices: Notice[] = open && !typing ? [{ code: "quoteOpen" }] : [];
  const clauses: Clause[] = [];
  let words = 0;
  let afterOr = false;
  for (const [i, lexeme] of lexemes.entries()) {
    if (lexeme.type === "or") {
      if (afterOr || clauses.length === 0 || i === lexemes.length - 1) {
        if (!typing) notices.push({ code: "orAlone" });
      } else afterOr = true;
      continue;
    }
    // An excluded word being typed is not taken for a prefix: "-2" on the way to "-2nd" must not exclude 2024.
    const unfinished = typing && endsInWord && i === lexemes.length - 1 && !lexeme.excluded;
    const item = itemOf(lexeme, unfinished, notices, typing);
    if (!item) continue;
    words += 1;
    if (words > MOST_WORDS) {
      notices.push({ code: "tooLong", most: MOST_WORDS });
      break;
    }
    add(clauses, item, lexeme.excluded, afterOr, notices);
    afterOr = false;
  }
  return { clauses, notices };
}

function add(clauses: Clause[], item: Item, excluded: boolean, afterOr: boolean, notices: Notice[]): void {
  const last = clauses.at(-1);
  if (afterOr && last && !last.excluded && !excluded) {
    last.any.push(item);
    return;
  }
  if (afterOr) notices.push({ code: "excludedOr" });
  clauses.push({ excluded, any: [item] });
}

type Part = Exclude<Lexeme, { type: "or" }>;

function itemOf(lexeme: Part, unfinished: boolean, notices: Notice[], typing: boolean): Item | undefined {
  if (lexeme.field === undefined) {
    const name = lexeme.quoted ? undefined : OTHER_FIELD.exec(lexeme.text)?.[0];
    if (name !== undefined) notices.push({ code: "fieldUnknown", field: name });
    return wordsOf(lexeme, unfinished);
  }
  const { field, text } = lexeme;
  const value = text.trim();
  if (value === "") {
    if (!typing) notices.push({ code: "valueMissing", field });
    return undefined;
  }
  switch (field) {
    case "title": {
      const { tokens } = queryTokens(value);
      return tokens.length === 0 ? undefined : { type: "title", text: value, tokens };
    }
    case "lang":
      return { type: "language", tag: value.toLowerCase() };
    case "before":
    case "after":
    case "on": {
      const days = parseDates(field, value);
      if (days) return { type: "dates", ...days };
      if (!unfinished) notices.push({ code: "dateNeeded", field, value });
      return undefined;
    }
    default:
      return { type: "facet", facet: field, text: value, prefix: unfinished };
  }
}

function wordsOf({ text, quoted }: Part, unfinished: boolean): Item | undefined {
  const { tokens, single } = queryTokens(text);
  const [token] = tokens;
  if (!token) return undefined;
  if (tokens.length > 1) return { type: "phrase", text, tokens, quoted };
  return { type: "word", text, token, prefix: !quoted && (single || unfinished || text.endsWith("*")) };
}

/** A range of days YYYY-MM-DD, from `from` on and before `until`. */
export type Days = { from?: string | undefined; until?: string | undefined };

const DATE = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u;

/**
 * The days that before:, after: or on: selects with a day, month or year. before:
 * ends before its first day, after: begins after its last.
 * @returns undefined if the value is not a date of the calendar
 */
function parseDates(field: "before" | "after" | "on", value: string): Days | undefined {
  const match = DATE.exec(value);
  if (!match) return undefined;
  const [, year = "", month, day] = match;
  const first = new Date(`${year}-${two(month)}-${two(day)}T00:00:00Z`);
  if (Number.isNaN(first.getTime()) || (day !== undefined && first.getUTCDate() !== Number(day))) return undefined;
  const next = new Date(first);
  if (month === undefined) next.setUTCFullYear(next.getUTCFullYear() + 1);
  else if (day === undefined) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + 1);
  const [from, until] = [dayOf(first), dayOf(next)];
  if (field === "before") return { until: from };
  return field === "after" ? { from: until } : { from, until };
}

const two = (part: string | undefined): string => (part ?? "1").padStart(2, "0");

/** Days are compared as text, so a year must not have five digits. */
function dayOf(date: Date): string {
  return date.getUTCFullYear() > 9999 ? "9999-12-31" : date.toISOString().slice(0, 10);
}
