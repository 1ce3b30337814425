/**
 * Something wrong with an input. Bad input is data: problems are collected, and
 * the exit code reflects them at the end. `file` is relative to the content folder; `place`
 * is a line ("line 12", "lines 12 and 18") or a path in the file ("body.3.level").
 */
export type Problem = {
  severity: "error" | "warning" | "notice";
  file: string;
  place?: string;
  /** Counted from 1. If `place` is not a line, it is determined at the end, see locate.ts. */
  line?: number;
  column?: number;
  /** The address of a dead link. */
  address?: string;
  /** Words found in the file at the fault, from a step that does not know the place. */
  about?: string;
  /** A full sentence: what is wrong, and what happens as a result. */
  message: string;
  /** A full sentence: what can be done. */
  remedy?: string;
  /** The known name that was probably meant. */
  nearest?: string;
};

/** Why a story was left out unintentionally. Those with the same cause are counted together with a remedy: see losses.ts. */
export type LossCause = "no date" | "unclear date" | "no headline" | "front matter" | "unparsed" | "unread file" | "other";

/** The end of a message that begins with the reason why a story was left out. */
export const SKIPPED_SUFFIX = ", so it was skipped.";

/** Receives the problems that the steps of the compiler find. */
export type Report = (problem: Problem) => void;

/** A message without its quoted words, numbers of words, addresses, lines and template tag arguments: the same for all problems of one kind. */
export const kindOf = (message: string): string =>
  message
    .replace(/^(\{\{[<%]?|\{%-?)\s*(\/?[\w.-]+)[^]*?(?:[>%-]?\}\}|-?%\}|…)(?= )/u, "$1 $2 …")
    .replace(/"[^"]*"|“[^”]*”/gu, "“…”")
    .replace(/^\d+ of \d+ (?=words )/u, "… of … ")
    .replace(/ \(lines? [^)]*\)/gu, "")
    .replace(/https?:\/\/\S+/gu, "…")
    .replace(/(?<=^The (?:picture|link to|element) )\S+/u, "…");

/** Combines several places: "lines 4, 9 and 12". */
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
