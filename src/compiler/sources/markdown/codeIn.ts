type Token = { type: string; content: string };

const BOXES = "(?:div|blockquote|figure|section|article|aside|table|ul|ol|details|center)";

/**
 * The tokens that are code. Not every indented block is, though CommonMark (4.4)
 * says so: inside a box of HTML that is still open, lines after an empty one are
 * indented because the box is. Eleventy and kramdown read them as text as well.
 */
export function codeIn<T extends Token>(tokens: T[]): Set<T> {
  const code = new Set<T>();
  let open = 0;
  for (const token of tokens) {
    if (token.type === "html_block") open = Math.max(0, open + boxes(token.content));
    if (token.type === "fence" || (token.type === "code_block" && open === 0 && !isHtml(token.content))) code.add(token);
    else if (token.type === "code_block") open = Math.max(0, open + boxes(token.content));
  }
  return code;
}

const isHtml = (content: string): boolean => new RegExp(`^\\s*</?(?:${BOXES}|img|iframe|p|figcaption)\\b`, "iu").test(content);

/** How many more boxes are opened than closed. */
const boxes = (html: string): number => count(html, `<${BOXES}\\b`) - count(html, `</${BOXES}\\b`);

const count = (html: string, pattern: string): number => html.match(new RegExp(pattern, "giu"))?.length ?? 0;
