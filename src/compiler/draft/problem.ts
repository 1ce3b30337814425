/**
 * Something wrong with an input. Bad input is data: it is collected, and the
 * exit code tells at the end. `file` is relative to the content folder; `place`
 * is a line ("line 12", "lines 12 and 18") or a path in the file ("body.3.level").
 */
export type Problem = {
  severity: "error" | "warning" | "notice";
  file: string;
  place?: string;
  /** From 1. Those that a place does not say are found out in the end, see locate.ts. */
  line?: number;
  column?: number;
  /** Where a link leads that leads to nothing. */
  address?: string;
  /** Words that stand in the file where it is wrong, for a step that knows no place. */
  about?: string;
  /** A full sentence: what is wrong, and what will happen. */
  message: string;
  /** A full sentence: what can be done. */
  remedy?: string;
  /** The known name that was probably meant. */
  nearest?: string;
};

/** What is wrong with a story that nobody meant to leave out: the like are counted together, and the report says what helps, see losses.ts. */
export type LossCause = "no date" | "unclear date" | "no headline" | "front matter" | "unread file" | "other";

/** The end of a message about a story that was left out for the reason that it begins with. */
export const SO_SKIPPED = ", so it was skipped.";

/** Where the steps of the compiler put what they find. */
export type Report = (problem: Problem) => void;

/** What messages that differ only in what they name have in common: quoted words, addresses, lines, and the arguments of a template tag. */
export const kindOf = (message: string): string =>
  message
    .replace(/^(\{\{[<%]?|\{%-?)\s*(\/?[\w.-]+)[^]*?(?:[>%-]?\}\}|-?%\}|…)(?= )/u, "$1 $2 …")
    .replace(/"[^"]*"|“[^”]*”/gu, "“…”")
    .replace(/ \(lines? [^)]*\)/gu, "")
    .replace(/https?:\/\/\S+/gu, "…")
    .replace(/(?<=^The (?:picture|link to|element) )\S+/u, "…");

/** Several places as one: "lines 4, 9 and 12". */
export function placesInOne(places: string[]): string | undefined {
  const [first, ...more] = [...new Set(places)];
  if (first === undefined || more.length === 0) return first;
  const lines = [first, ...more].map((place) => /^line (\d+)$/u.exec(place)?.[1]);
  if (lines.includes(undefined)) return `${first}, and ${more.length} more`;
  const shown = lines.slice(0, MOST_LINES);
  return lines.length > shown.length
    ? `lines ${shown.join(", ")} and ${lines.length - shown.length} more`
    : `lines ${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

const MOST_LINES = 12;
