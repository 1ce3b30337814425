type Token = { type: string; content: string };

const CONTAINERS = "(?:div|blockquote|figure|section|article|aside|table|ul|ol|details|center)";

/**
 * The tokens that are code. Not every indented block is, although CommonMark (4.4)
 * says so: inside an open HTML container, lines after an empty one are indented
 * because the container is. Eleventy and kramdown read them as text, too.
 */
export function codeIn<T extends Token>(tokens: T[]): Set<T> {
  const code = new Set<T>();
  let open = 0;
  for (const token of tokens) {
    if (token.type === "html_block") open = Math.max(0, open + openContainers(token.content));
    if (token.type === "fence" || (token.type === "code_block" && open === 0 && !isHtml(token.content))) code.add(token);
    else if (token.type === "code_block") open = Math.max(0, open + openContainers(token.content));
  }
  return code;
}

const isHtml = (content: string): boolean => new RegExp(`^\\s*</?(?:${CONTAINERS}|img|iframe|p|figcaption)\\b`, "iu").test(content);

/** How many more containers are opened than closed. */
const openContainers = (html: string): number => count(html, `<${CONTAINERS}\\b`) - count(html, `</${CONTAINERS}\\b`);

const count = (html: string, pattern: string): number => html.match(new RegExp(pattern, "giu"))?.length ?? 0;
