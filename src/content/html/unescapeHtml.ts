/** The text that is written in HTML with five signs escaped, as React and highlight.js do. */
export const unescapeHtml = (html: string): string => html.replaceAll(/&(?:amp|lt|gt|quot|#x27);/gu, (entity) => SIGNS[entity] ?? entity);

const SIGNS: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
