/** What ends plain markup, and every & that begins no reference. */
const NEXT = /<!\[CDATA\[|<!--|&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,31});)/giu;

/** Characters; no longer start of a section or reference is of interest. */
const LONGEST_START = 40;

/**
 * Writes each & that begins no reference as XML has it: people forget to, and
 * the parser would take all text up to the next semicolon for a name. In CDATA
 * and comments an & is itself. Text goes in and comes out in pieces.
 * @param onBare is told when there was one
 */
export function bareAmpersands(onBare: () => void): { piece: (text: string) => string; end: () => string } {
  /** What ends the section that the text is in; "" in plain markup. */
  let closing: "" | "]]>" | "-->" = "";
  let kept = "";

  const mended = (text: string, isLast: boolean): string => {
    let out = "";
    let at = 0;
    for (;;) {
      if (closing !== "") {
        const end = text.indexOf(closing, at);
        if (end === -1) return out + hold(text, at, isLast ? text.length : Math.max(at, text.length - 2));
        out += text.slice(at, end + 3);
        at = end + 3;
        closing = "";
      }
      NEXT.lastIndex = at;
      const match = NEXT.exec(text);
      const unfinished = isLast ? text.length : startAtEnd(text, at);
      if (!match || match.index >= unfinished) return out + hold(text, at, unfinished);
      const [found] = match;
      out += text.slice(at, match.index) + (found === "&" ? "&amp;" : found);
      at = match.index + found.length;
      if (found === "&") onBare();
      else closing = found === "<!--" ? "-->" : "]]>";
    }
  };

  const hold = (text: string, from: number, to: number): string => {
    kept = text.slice(to);
    return text.slice(from, to);
  };

  return { piece: (text) => mended(kept + text, false), end: () => mended(kept, true) };
}

/** Where at the end of a piece something may begin that the next piece completes. Only the end is looked at: this is asked for every match. */
function startAtEnd(text: string, from: number): number {
  const earliest = Math.max(from, text.length - LONGEST_START);
  const end = text.slice(earliest);
  const start = Math.max(end.lastIndexOf("&"), end.lastIndexOf("<"));
  return start === -1 ? text.length : earliest + start;
}
