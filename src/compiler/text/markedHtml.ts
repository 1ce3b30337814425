import { escapeHtml } from "./escaped.ts";

/** A plain text with marks around it, the first innermost, as HTML. @param tags such as "strong", or "a" with its attributes */
export const markedHtml = (text: string, tags: readonly string[]): string =>
  tags.reduce((html, tag) => `<${tag}>${html}</${tag.split(" ")[0]}>`, escapeHtml(text).replaceAll("\n", "<br>"));
