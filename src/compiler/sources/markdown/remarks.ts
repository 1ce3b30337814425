/** A comment of Obsidian in a text. One that is not sure may be something else, or end elsewhere. */
export type Remark = { from: number; to: number; isSure: boolean };

type Sign = { from: number; to: number; before: string; after: string };

/** A sign without its counterpart in its line, and whether nothing stands before it there, or after it. */
type Single = { from: number; to: number; begins: boolean; ends: boolean };

/**
 * The comments of a text, without those inside others: `%% words %%` or
 * `%%words%%` in one line, or lines between two signs that stand alone in theirs.
 * Signs that touch a word are text (`%%i`, `100%%`). Of the others each wants
 * its counterpart; where one has none, nobody knows which words are public, so
 * all from the first sign on counts as a comment.
 * @param isCode whether a place is in code or in a tag
 */
export function remarksIn(text: string, isCode: (at: number) => boolean): Remark[] {
  const remarks: Remark[] = [];
  const single: Single[] = [];
  let first: number | undefined;
  let close: Sign | undefined;
  let start = 0;
  for (const line of text.split("\n")) {
    const signs = signsOf(line, start).filter(({ from }) => !isCode(from));
    if (line.trim() === "") close = undefined;
    const inLine = pairsOf(signs, close);
    ({ close } = inLine);
    const paired = new Set(inLine.pairs.flat());
    for (const [open, end] of inLine.pairs)
      remarks.push({ from: open.from, to: end.to, isSure: open.from >= start && (isSpace(open.after) || CLOSE_END.test(end.before)) });
    for (const [index, sign] of signs.entries()) {
      first ??= sign.from;
      if (paired.has(sign) || !isSpace(sign.before) || !isSpace(sign.after)) continue;
      const begins = index === 0 && /^[\s>]*$/u.test(line.slice(0, sign.from - start));
      const ends = index === signs.length - 1 && line.slice(sign.to - start).trim() === "";
      single.push({ from: sign.from, to: sign.to, begins, ends });
    }
    start += line.length + 1;
  }
  return outermost([...remarks, ...overLines(single, first ?? 0, text.length)]);
}

/** Two, or three; four are an empty comment. `\%%` is text. */
const signsOf = (line: string, start: number): Sign[] =>
  [...line.matchAll(/(?<![\\%])%{2,3}(?!%)/gu)].map(({ index, 0: sign }) => {
    const to = index + sign.length;
    return { from: start + index, to: start + to, before: line[index - 1] ?? " ", after: line[to] ?? " " };
  });

const isSpace = (character: string): boolean => /\s/u.test(character);

/** "%%d and 100%%" may be about signs. */
const CLOSE_END = /[\p{L}.!?)\]*_]/u;

/**
 * Those that end in one line: each sign has a space inside, or each touches what is inside.
 * @param close the last sign above, in the same paragraph, that touches what follows it
 */
function pairsOf(signs: Sign[], close: Sign | undefined): { pairs: [Sign, Sign][]; close: Sign | undefined } {
  const pairs: [Sign, Sign][] = [];
  let apart: Sign | undefined;
  for (const sign of signs) {
    const { before, after } = sign;
    const isEnd = !/[\p{L}\p{N}_~]/u.test(after);
    if (apart && isEnd && isSpace(before)) {
      pairs.push([apart, sign]);
      apart = undefined;
    } else if (close && isEnd && !/[\s"'“‘([]/u.test(before)) {
      pairs.push([close, sign]);
      close = undefined;
    } else if (isSpace(after)) {
      if (!/\d/u.test(before)) apart ??= sign;
    } else if (!/[\p{L}\p{N}_]/u.test(before) && !/["'”’)\],.;:]/u.test(after)) close = sign;
  }
  return { pairs, close };
}

/** Those that end in another line. */
function overLines(single: Single[], first: number, end: number): Remark[] {
  const remarks: Remark[] = [];
  const inDoubt = [{ from: first, to: end, isSure: false }];
  let open: Single | undefined;
  for (const sign of single) {
    const [isAlone, isStart, isEnd] = [sign.begins && sign.ends, sign.begins && !sign.ends, sign.ends && !sign.begins];
    if (open ? isStart : isEnd) return inDoubt;
    if (open) remarks.push({ from: open.from, to: sign.to, isSure: isAlone && open.begins && open.ends });
    open = open ? undefined : sign;
  }
  if (!open) return remarks;
  // One that begins its line with words behind it can be no end that lost its beginning.
  return open.begins && !open.ends ? [...remarks, { from: open.from, to: end, isSure: false }] : inDoubt;
}

/** In their order, each that stands in another being a part of that. */
function outermost(remarks: Remark[]): Remark[] {
  const found: Remark[] = [];
  for (const remark of remarks.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = found.at(-1);
    if (!last || remark.from >= last.to) found.push({ ...remark });
    else if (remark.to > last.to) Object.assign(last, { to: remark.to, isSure: false });
  }
  return found;
}
