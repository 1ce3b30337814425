import { type Lexeme, lexQuery } from "static-search/query";
import { searchSchema } from "#content/search.ts";

type Part = Extract<Lexeme, { type: "part" }>;

/** More than this nobody compares. */
const MOST = 4;

/** Queries that ask for less than this one: without its quotation marks, its exclusions, its fields, and each of its words alone. */
export function looserQueries(query: string): string[] {
  const parts = lexQuery(query, searchSchema).lexemes.filter((lexeme): lexeme is Part => lexeme.type === "part" && lexeme.text !== "");
  const wanted = parts.filter(({ excluded }) => !excluded);
  const loose = wanted.map((part) => ({ ...part, quoted: false }));
  const bare = loose.map((part) => ({ ...part, field: undefined }));
  const alone = bare.flatMap(({ text }) => text.split(/\s+/u)).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const candidates = [written(wanted), written(loose), written(bare), ...alone.toSorted((a, b) => b.length - a.length)];
  return [...new Set(candidates)].filter((other) => other !== "" && other !== query.trim()).slice(0, MOST);
}

function written(parts: Part[]): string {
  return parts.map(({ field, text, quoted }) => `${field ? `${field}:` : ""}${quoted ? `"${text}"` : text}`).join(" ");
}
