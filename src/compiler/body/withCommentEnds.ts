/**
 * HTML or Markdown in which a comment whose end is missing or written wrongly (`<!-- more`, `<!-- words ->`) ends on its own line.
 * Otherwise, the rest of the text would be a comment. Any other comment without an end stays one: its words may not be for readers.
 * It changes nothing when it is applied again.
 */
export function withCommentEnds(text: string): string {
  return text
    .split(/(?=<!--)/u)
    .map((part) =>
      ENDED.test(part)
        ? part.replace(BANG, "$1>")
        : part.replace(MARKER, "$& -->").replace(WRONG_END, (_, words: string) => `${words.trimEnd()} -->`),
    )
    .join("");
}

const ENDED = /^<!--(?:-?>|[^]*?--!?>)/u;

/** HTML's parsers also end a comment with `--!>`, other readers of the text do not. */
const BANG = /^(<!--(?!-?>)(?:(?!-->)[^])*?--)!>/u;

/** Marks where an excerpt ends, or where a list of contents goes. */
const MARKER = /^<!--[ \t]*(?:more|read[ _-]?more|truncate|excerpt|end[ _-]?excerpt|summary|teaser_end|toc)[ \t]*(?=\n|$)/iu;

const WRONG_END = /^(<!--(?:(?!-->)[^\n])*?)(?:-|–|—|- -)[ \t]?>[ \t]*(?=\n|$)/u;
