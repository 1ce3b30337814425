/** Escapes text for use between tags. */
export const escapedText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Escapes text for use between tags or in an attribute. */
export const escapeHtml = (text: string): string => escapedText(text).replaceAll('"', "&quot;");
