import { eachToken } from "./eachToken.ts";
import type { QueryToken } from "./query.ts";

/** The words of a part of a query. `single` is true for one character of a script without spaces: it can only be the beginning of a pair. */
export function queryTokens(text: string): { tokens: QueryToken[]; single: boolean } {
  const tokens: QueryToken[] = [];
  let single = false;
  let pairUpTo = -1;
  eachToken(text, (term, start, end, _position, kind) => {
    const last = tokens.at(-1);
    if (kind === "stripped" && last) last.stripped = term;
    else if (kind === "last") {
      // The last character of a run is part of the pair before it; alone it is all there is.
      if (pairUpTo === start) return;
      tokens.push({ term });
      single = true;
    } else {
      tokens.push({ term });
      if (kind === "pair") pairUpTo = end - lengthOfLast(text, end);
    }
  });
  return { tokens, single: single && tokens.length === 1 };
}

function lengthOfLast(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xdc00 && unit < 0xe000 ? 2 : 1;
}
