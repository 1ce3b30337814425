import type { Token } from "markdown-it";
import { linesFrom } from "../../text/linesFrom.ts";

/** A reference that appears as written, since its target is not defined. `line` is that in the source, from 1. */
export type DeadReference = { line: number; written: string };

/** References to links and notes that are not defined. To CommonMark (6.3) they are text, brackets and all. */
export function deadReferences(tokens: Token[]): DeadReference[] {
  return tokens.flatMap(({ type, map, children }) => {
    if (type !== "inline" || !children) return [];
    const text = children.map(wordsOf).join("");
    if (!text.includes("[")) return [];
    const lineAt = linesFrom(text);
    return [...text.matchAll(REFERENCE)].map((match) => ({
      line: (map?.[0] ?? 0) + lineAt(match.index),
      written: match[0].replaceAll(OTHER, "…"),
    }));
  });
}

/** "[words][label]", "[label][]" and "[^note]"; "a[1][2]" is code. */
const REFERENCE = /(?<![\w\]])\[[^[\]]*\]\[[^[\]]*\]|\[\^[^[\]\s]+\]/gu;

const OTHER = "\u{FFFC}";

/** Marks are left out; anything escaped, code or HTML is replaced by a placeholder. */
function wordsOf({ type, content, nesting }: Token): string {
  if (type === "text") return content;
  if (type === "softbreak" || type === "hardbreak") return "\n";
  return nesting === 0 ? OTHER + content.replaceAll(/[^\n]/gu, "") : "";
}

/** The lines, from 1, of rows with more cells than the table's head; GitHub's Markdown (4.10) leaves out the surplus. */
export function surplusCells(tokens: Token[], source: string): number[] {
  const found: number[] = [];
  let lines: string[] | undefined;
  let columns = 0;
  for (const { type, map } of tokens) {
    if (type === "thead_open") columns = 0;
    else if (type === "th_open") columns += 1;
    else if (type === "tr_open" && map) {
      lines ??= source.split("\n");
      const [line] = map;
      if (
        columns > 0 &&
        cellsIn(lines[line] ?? "")
          .slice(columns)
          .some((cell) => cell.trim() !== "")
      )
        found.push(line + 1);
    }
  }
  return found;
}

/** The cells of a table row, without the bars around it. */
function cellsIn(line: string): string[] {
  const row = line.replace(/^[\s>]*\|?|(?<!\\)\|\s*$/gu, "");
  return row.split(/(?<!\\)\|/u);
}
