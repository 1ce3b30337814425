/**
 * HTML or Markdown in which a comment whose end is missing or written wrongly (`<!-- more`, `<!-- words ->`) ends on its own line.
 * Otherwise, the rest of the text would be a comment. Any other comment without an end stays one: its words may not be for readers.
 */
export function withCommentEnds(text: string): string {
  return text
    .split(/(?=<!--)/u)
    .map((part) => (/^<!--(?:-?>|[^]*?--!?>)/u.test(part) ? part : part.replace(MARKER, "$& -->").replace(WRONG_END, "$1 -->")))
    .join("");
}

/** Marks where an excerpt ends, or where a list of contents goes. */
const MARKER = /^<!--[ \t]*(?:more|read[ _-]?more|truncate|excerpt|end[ _-]?excerpt|summary|teaser_end|toc)[ \t]*(?=\n|$)/iu;

const WRONG_END = /^(<!--(?:(?!-->)[^\n])*?)[ \t]*(?:-|–|—|- -)[ \t]?>[ \t]*(?=\n|$)/u;
