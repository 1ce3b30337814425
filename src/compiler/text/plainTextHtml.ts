import { escapeHtml } from "./escaped.ts";

/** Plain text as HTML: paragraphs are separated by empty lines; without any, each line is a paragraph. */
export function plainTextHtml(text: string): string {
  const lines = text.replace(/\r\n?/gu, "\n").trim();
  const parts = /\n[ \t]*\n/u.test(lines) ? lines.split(/\n[ \t]*\n/u) : lines.split("\n");
  return parts.map((part) => `<p>${escapeHtml(part.trim()).replaceAll("\n", " ")}</p>`).join("");
}
