import type { Archive } from "./archive.ts";
import type { ResolvedQuery } from "./resolved.ts";
import { neighbours } from "./spelling.ts";

/** From this many hits on, nothing is suggested: the words are taken to be meant. */
const FEW_HITS = 3;
/** A similar word is suggested only if it is in this many times as many documents. */
const LIKELIER = 20;
const MOST = 2;

/** Other spellings of a query, as whole queries: its corrected words, or a far likelier word if it finds little. */
export async function didYouMean(archive: Archive, text: string, { clauses, corrected }: ResolvedQuery, total: number): Promise<string[]> {
  if (corrected.length > 0) return [corrected.reduce((query, { from, to }) => replaced(query, from, to), text)];
  if (total >= FEW_HITS) return [];
  const words = clauses.flatMap(({ excluded, any }) => (excluded ? [] : any.flatMap((part) => (part.type === "words" ? [part] : []))));
  const queries = await Promise.all(
    words.map(async ({ text: written, forms }) => {
      const own = forms.find(({ weight }) => weight === 1);
      if (!own) return [];
      const [likely] = await neighbours(archive.tree, own.word);
      return likely && likely.count >= own.entry.count * LIKELIER ? [replaced(text, written, likely.label || likely.word)] : [];
    }),
  );
  return queries.flat().slice(0, MOST);
}

function replaced(query: string, from: string, to: string): string {
  const at = query.indexOf(from);
  return at === -1 ? query : query.slice(0, at) + to + query.slice(at + from.length);
}
