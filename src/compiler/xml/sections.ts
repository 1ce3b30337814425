/** The start of a CDATA section or a comment, or an & that begins no reference. */
const NEXT = /<!\[CDATA\[|<!--|&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,31});)/giu;

/** In characters: no longer start of a section or reference has to be recognised. */
const LONGEST_START = 40;

const CDATA = "<![CDATA[";

/** XML as the parser gets it, and the CDATA sections that were taken out of it. */
export type Sections = {
  piece: (text: string) => string;
  end: () => string;
  /** The text of a CDATA section, by the number that replaces it; it can be asked for once. */
  taken: (number: string) => string | undefined;
  /** The number of characters in the section that is not closed yet. */
  open: () => number;
};

/**
 * Prepares XML for the parser. Text goes in and comes out in pieces.
 *
 * Each CDATA section is replaced by a number: its text, which is most of an
 * archive, means nothing to the parser, which would examine every character.
 *
 * Each & that begins no reference is escaped: people forget to, and the parser
 * would take all text up to the next semicolon for a name. In CDATA and comments
 * an & is left as it is.
 * @param onBare called for each unescaped &
 */
export function sections(onBare: () => void): Sections {
  const texts = numbered();
  /** The end of the current section; "" in plain markup. */
  let closing: "" | "]]>" | "-->" = "";
  let section: string[] = [];
  let length = 0;
  let kept = "";

  /** Takes in a part of a section: a comment is passed on to the parser, CDATA is not. */
  const inside = (text: string): string => {
    if (closing === "-->") return text;
    section.push(text);
    length += text.length;
    return "";
  };

  const leave = (): string => {
    const isComment = closing === "-->";
    closing = "";
    if (isComment) return "-->";
    // XML 1.0, 2.11: a line ends with a line feed.
    const number = texts.add(section.join("").replace(/\r\n?/gu, "\n"));
    [section, length] = [[], 0];
    return `${CDATA}${number}]]>`;
  };

  /** Takes in a section whose end is not in this piece. If it never ends, the parser reports that. */
  const unclosed = (text: string, from: number, isLast: boolean): string => {
    const known = inside(hold(text, from, isLast ? text.length : Math.max(from, text.length - 2)));
    return isLast && closing === "]]>" ? CDATA : known;
  };

  const prepared = (text: string, isLast: boolean): string => {
    let out = "";
    let at = 0;
    for (;;) {
      if (closing !== "") {
        const end = text.indexOf(closing, at);
        if (end === -1) return out + unclosed(text, at, isLast);
        out += inside(text.slice(at, end)) + leave();
        at = end + 3;
      }
      NEXT.lastIndex = at;
      const match = NEXT.exec(text);
      const unfinished = isLast ? text.length : startAtEnd(text, at);
      if (!match || match.index >= unfinished) return out + hold(text, at, unfinished);
      const [found] = match;
      out += text.slice(at, match.index) + (found === "&" ? "&amp;" : found === "<!--" ? found : "");
      at = match.index + found.length;
      if (found === "&") onBare();
      else closing = found === "<!--" ? "-->" : "]]>";
    }
  };

  const hold = (text: string, from: number, to: number): string => {
    kept = text.slice(to);
    return text.slice(from, to);
  };

  return {
    piece: (text) => prepared(kept + text, false),
    end: () => prepared(kept, true),
    taken: texts.take,
    open: () => length,
  };
}

/** Stores texts under numbers until they are asked for. */
function numbered() {
  const texts = new Map<string, string>();
  let count = 0;
  return {
    add: (text: string): string => {
      const number = String((count += 1));
      texts.set(number, text);
      return number;
    },
    take: (number: string): string | undefined => {
      const text = texts.get(number);
      texts.delete(number);
      return text;
    },
  };
}

/** Where, near the end of a piece, something may begin that the next completes. Only the end is searched: this runs for every match. */
function startAtEnd(text: string, from: number): number {
  const earliest = Math.max(from, text.length - LONGEST_START);
  const end = text.slice(earliest);
  const start = Math.max(end.lastIndexOf("&"), end.lastIndexOf("<"));
  return start === -1 ? text.length : earliest + start;
}
