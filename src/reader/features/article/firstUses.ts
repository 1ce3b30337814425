import { createContext, useContext } from "react";
import type { Article } from "#content/article.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { visitArticle } from "#content/blocks/visitBlocks.ts";

const FirstUses = createContext<ReadonlySet<unknown>>(new Set());

export const FirstUsesProvider = FirstUses.Provider;

/** Whether this is the first reference to its note, to which the note links back, or the first use of its abbreviation in the story. */
export function useIsFirst(inline: Inline): boolean {
  return useContext(FirstUses).has(inline);
}

/** The first reference to each note of a story and the first use of each abbreviation, in the order of reading. */
export function firstUses(article: Pick<Article, "image" | "body" | "corrections">): ReadonlySet<unknown> {
  const known = new Set<string>();
  const first = new Set<unknown>();
  visitArticle(article, {
    inline: (inline) => {
      if (inline.type !== "noteRef" && inline.type !== "abbr") return;
      const use = inline.type === "abbr" ? `abbr ${inline.title}` : inline.note;
      if (!known.has(use)) first.add(inline);
      known.add(use);
    },
  });
  return first;
}
