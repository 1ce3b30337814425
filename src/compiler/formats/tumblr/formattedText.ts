import { escapeHtml } from "../../text/escaped.ts";
import { type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { markedHtml } from "../../text/markedHtml.ts";

/**
 * The text of a block as HTML. Marks are ranges of its characters, which may overlap, so each piece between two of their ends gets
 * the marks around it, each once: thousands of ranges may be of the same kind.
 */
export function formattedText(block: Raw): string {
  const characters = Array.from(scalarText(block["text"]));
  const changes = changesIn(recordsOf(block["formatting"]), characters.length);
  const ends = [...new Set([0, characters.length, ...changes.keys()])].toSorted((one, other) => one - other);
  const open = new Map<string, number>();
  let html = "";
  for (const [index, from] of ends.slice(0, -1).entries()) {
    for (const { tag, by } of changes.get(from) ?? []) {
      const count = (open.get(tag) ?? 0) + by;
      if (count === 0) open.delete(tag);
      else open.set(tag, count);
    }
    html += markedHtml(characters.slice(from, ends[index + 1]).join(""), [...open.keys()]);
  }
  return html;
}

/** How many more or fewer ranges of each tag there are from a position on. A link within another is left out. */
function changesIn(formatting: Raw[], length: number): Map<number, { tag: string; by: number }[]> {
  const changes = new Map<number, { tag: string; by: number }[]>();
  const change = (at: number, tag: string, by: number) => {
    const others = changes.get(at);
    if (others) others.push({ tag, by });
    else changes.set(at, [{ tag, by }]);
  };
  const ranges = formatting.flatMap(({ start, end, ...mark }) => {
    const tag = tagOf(mark);
    if (tag === undefined || typeof start !== "number" || typeof end !== "number") return [];
    return [{ tag, start: Math.max(start, 0), end: Math.min(end, length) }];
  });
  let endOfLink = 0;
  for (const { tag, start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    const isLink = tag.startsWith("a ");
    if (start >= end || (isLink && start < endOfLink)) continue;
    if (isLink) endOfLink = end;
    change(start, tag, 1);
    change(end, tag, -1);
  }
  return changes;
}

function tagOf(mark: Raw): string | undefined {
  const type = scalarText(mark["type"]);
  const url = type === "mention" ? scalarText(recordIn(mark, "blog")["url"]) : scalarText(mark["url"]);
  if ((type === "link" || type === "mention") && url !== "") return `a href="${escapeHtml(url)}"`;
  return MARKS.get(type);
}

const MARKS = new Map([
  ["bold", "strong"],
  ["italic", "em"],
  ["strikethrough", "s"],
]);
