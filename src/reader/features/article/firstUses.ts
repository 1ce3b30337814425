import { createContext, useContext } from "react";
import type { Article } from "#content/article.ts";
import type { Inline } from "#content/inline.ts";
import { visitArticle } from "#content/visitBlocks.ts";

const FirstNoteRefs = createContext<ReadonlySet<unknown>>(new Set());

export const FirstNoteRefsProvider = FirstNoteRefs.Provider;

/** Whether this is the place in its story to which a note leads back: a note may be referred to twice, and an id stands once. */
export function useIsFirst(inline: Inline): boolean {
  return useContext(FirstNoteRefs).has(inline);
}

/** The first reference to each note of a story, in the order of reading. */
export function firstNoteRefs(article: Pick<Article, "image" | "body" | "corrections">): ReadonlySet<unknown> {
  const known = new Set<string>();
  const first = new Set<unknown>();
  visitArticle(article, {
    inline: (inline) => {
      if (inline.type !== "noteRef") return;
      if (!known.has(inline.note)) first.add(inline);
      known.add(inline.note);
    },
  });
  return first;
}
