/** A comment of Obsidian in a text. If it is not sure, it may be something else or end elsewhere. */
export type ObsidianComment = { from: number; to: number; isSure: boolean };

type Sign = { from: number; to: number; before: string; after: string };

/** A sign without its counterpart on its line: `begins` if nothing comes before it there, `ends` if nothing comes after it. */
type Single = { from: number; to: number; begins: boolean; ends: boolean };

/**
 * The comments of a text, without those inside others: `%% words %%` or
 * `%%words%%` on one line, or lines between two signs that are alone on theirs.
 * Signs that touch a word are text (`%%i`, `100%%`). Every other sign needs its
 * counterpart; if one has none, nobody knows which words are public, so
 * everything from the first sign on counts as a comment.
 * @param isCode whether an offset is in code or in a tag
 */
export function obsidianComments(text: string, isCode: (at: number) => boolean): ObsidianComment[] {
  const comments: ObsidianComment[] = [];
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
      comments.push({ from: open.from, to: end.to, isSure: open.from >= start && (isSpace(open.after) || CLOSE_END.test(end.before)) });
    for (const [index, sign] of signs.entries()) {
      first ??= sign.from;
      if (paired.has(sign) || !isSpace(sign.before) || !isSpace(sign.after)) continue;
      const begins = index === 0 && /^[\s>]*$/u.test(line.slice(0, sign.from - start));
      const ends = index === signs.length - 1 && line.slice(sign.to - start).trim() === "";
      single.push({ from: sign.from, to: sign.to, begins, ends });
    }
    start += line.length + 1;
  }
  return outermost([...comments, ...overLines(single, first ?? 0, text.length)]);
}

/** Two or three percent signs; four are an empty comment. `\%%` is text. */
const signsOf = (line: string, start: number): Sign[] =>
  [...line.matchAll(/(?<![\\%])%{2,3}(?!%)/gu)].map(({ index, 0: sign }) => {
    const to = index + sign.length;
    return { from: start + index, to: start + to, before: line[index - 1] ?? " ", after: line[to] ?? " " };
  });

const isSpace = (character: string): boolean => /\s/u.test(character);

/** "%%d and 100%%" may be about the signs themselves. */
const CLOSE_END = /[\p{L}.!?)\]*_]/u;

/**
 * The comments that end on their line: both signs have a space inside, or both touch the text inside.
 * @param close the last sign above, in the same paragraph, that touches the text after it
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

/** The comments that end on another line. */
function overLines(single: Single[], first: number, end: number): ObsidianComment[] {
  const comments: ObsidianComment[] = [];
  const inDoubt = [{ from: first, to: end, isSure: false }];
  let open: Single | undefined;
  for (const sign of single) {
    const [isAlone, isStart, isEnd] = [sign.begins && sign.ends, sign.begins && !sign.ends, sign.ends && !sign.begins];
    if (open ? isStart : isEnd) return inDoubt;
    if (open) comments.push({ from: open.from, to: sign.to, isSure: isAlone && open.begins && open.ends });
    open = open ? undefined : sign;
  }
  if (!open) return comments;
  // A sign that begins its line and has words after it cannot be an end without a beginning.
  return open.begins && !open.ends ? [...comments, { from: open.from, to: end, isSure: false }] : inDoubt;
}

/** The outermost comments, in order; those that overlap are merged. */
function outermost(comments: ObsidianComment[]): ObsidianComment[] {
  const found: ObsidianComment[] = [];
  for (const comment of comments.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = found.at(-1);
    if (!last || comment.from >= last.to) found.push({ ...comment });
    else if (comment.to > last.to) Object.assign(last, { to: comment.to, isSure: false });
  }
  return found;
}
