import { oneLine } from "./cleanText.ts";

/** "By Ada Keane and Ben Ruiz, Reuters" as authors: two people and a desk. Email addresses are dropped. */
export function bylineAuthors(byline: string): { name: string; kind?: "desk" }[] {
  const line = oneLine(byline.replace(/\S+@\S+/gu, ""))
    .replace(PREFIX, "")
    .replace(/[\s.,;:/–—-]+$/u, "");
  const names = line
    .split(BETWEEN)
    .map((name) => name.replace(/^[\s("'–—-]+|[\s)"',;–—-]+$/gu, ""))
    .filter((name) => /\p{L}/u.test(name));
  return [...new Set(names)].map((name) => (isDesk(name) ? { name, kind: "desk" } : { name }));
}

const PREFIX = /^(?:by|von|par|por|av|af|door|di|text|story|words|författare|reporter)(?:\s+|:\s*)/iu;
const BETWEEN = /\s*[,;&/|]\s*|\s+(?:and|und|et|y|och|og|en|e)\s+(?=\p{Lu})/u;

/** Agencies sign in all capitals or all lower case, or with their name; people do not. */
const isDesk = (name: string): boolean =>
  /^(?:\p{Lu}{2,6}|\p{Ll}{2,6})$/u.test(name) ||
  /^the\s|\b(?:press|reuters|news|agency|agentur|bloomberg|staff|editors?|desk|redaktion|newsroom|wire|times|media)\b/iu.test(name);
