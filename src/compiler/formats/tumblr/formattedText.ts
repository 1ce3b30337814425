import { escapeHtml } from "../../text/escaped.ts";
import { type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";

/**
 * The text of a block as HTML. Marks are ranges of its characters, which may overlap, so each piece between two of their ends gets
 * the marks around it.
 */
export function formattedText(block: Raw): string {
  const characters = Array.from(scalarText(block["text"]));
  const ranges = recordsOf(block["formatting"]).flatMap(({ start, end, ...mark }) =>
    typeof start === "number" && typeof end === "number" && start < end ? [{ start, end, tag: tagOf(mark) }] : [],
  );
  const ends = [...new Set([0, characters.length, ...ranges.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= 0 && at <= characters.length)
    .toSorted((one, other) => one - other);
  return ends
    .slice(0, -1)
    .map((from, index) => {
      const piece = escapeHtml(characters.slice(from, ends[index + 1]).join("")).replaceAll("\n", "<br>");
      const around = ranges.filter(({ start, end, tag }) => tag !== undefined && start <= from && from < end).map(({ tag }) => tag ?? "");
      return around.reduce((html, tag) => `<${tag}>${html}</${tag.split(" ")[0]}>`, piece);
    })
    .join("");
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
