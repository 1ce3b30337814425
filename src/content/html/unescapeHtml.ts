/** The text of HTML in which five characters are escaped, as by React and highlight.js. */
export const unescapeHtml = (html: string): string => html.replaceAll(/&(?:amp|lt|gt|quot|#x27);/gu, (entity) => SIGNS[entity] ?? entity);

const SIGNS: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
