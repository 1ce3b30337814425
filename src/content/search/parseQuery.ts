import { lexQuery, type Lexeme } from "./lexQuery.ts";
import type { Notice } from "./notice.ts";
import { parseDates } from "./parseDates.ts";
import type { Clause, Item, Query } from "./query.ts";
import { queryTokens } from "./queryTokens.ts";

/** More words than this are not searched: each costs bytes. */
export const MOST_WORDS = 24;

/** A name before a colon that is none of the fields. An address ("https://…") and a time ("10:30") are what they are. */
const OTHER_FIELD = /^\p{L}+(?=:[^\s/])/u;

/**
 * Reads what someone typed. It cannot fail: what is not understood becomes a notice.
 * words, "phrases", word*, -not, OR (or |), and topic: place: author: section:
 * (or in:) title: before: after: on: lang: with a word or a "phrase" after them.
 * @param typing the last word may go on: it is a prefix unless a space follows, and an open quotation mark is no mistake
 */
export function parseQuery(text: string, typing = false): Query {
  const { lexemes, open, endsInWord } = lexQuery(text);
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
    // What is left out must be meant: of "-2", typed as far as that, 2024 is no part.
    const going = typing && endsInWord && i === lexemes.length - 1 && !lexeme.excluded;
    const item = itemOf(lexeme, going, notices, typing);
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

function itemOf(lexeme: Part, going: boolean, notices: Notice[], typing: boolean): Item | undefined {
  if (lexeme.field === undefined) {
    const name = lexeme.quoted ? undefined : OTHER_FIELD.exec(lexeme.text)?.[0];
    if (name !== undefined) notices.push({ code: "fieldUnknown", field: name });
    return wordsOf(lexeme, going);
  }
  const { field, text } = lexeme;
  const value = text.trim();
  if (value === "") {
    if (!typing) notices.push({ code: "valueMissing", field });
    return undefined;
  }
  switch (field) {
    case "topic":
    case "place":
    case "author":
    case "section":
      return { type: "subject", kind: field, text: value, prefix: going };
    case "title": {
      const { tokens } = queryTokens(value);
      return tokens.length === 0 ? undefined : { type: "headline", text: value, tokens };
    }
    case "lang":
      return { type: "language", tag: value.toLowerCase() };
    case "before":
    case "after":
    case "on": {
      const days = parseDates(field, value);
      if (days) return { type: "dates", ...days };
      if (!going) notices.push({ code: "dateNeeded", field, value });
      return undefined;
    }
  }
}

function wordsOf({ text, quoted }: Part, going: boolean): Item | undefined {
  const { tokens, single } = queryTokens(text);
  const [token] = tokens;
  if (!token) return undefined;
  if (tokens.length > 1) return { type: "phrase", text, tokens, quoted };
  return { type: "word", text, token, prefix: !quoted && (single || going || text.endsWith("*")) };
}
