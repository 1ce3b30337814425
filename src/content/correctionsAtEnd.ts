import type { Article, Correction } from "./article.ts";
import type { Block } from "./blocks/block.ts";

/** The corrections shown after the text. One that the body already shows in its place is not repeated. */
export function correctionsAtEnd({ body, corrections }: Article): Correction[] {
  return corrections.filter((correction) => !standsIn(body, correction.date));
}

function standsIn(body: Block[], date: string): boolean {
  return body.some((block) => block.type === "correction" && block.date?.slice(0, 10) === date.slice(0, 10));
}
