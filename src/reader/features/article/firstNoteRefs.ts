import { createContext, useContext } from "react";
import type { Article } from "#content/article.ts";
import type { Inline } from "#content/inline.ts";

const FirstNoteRefs = createContext<ReadonlySet<unknown>>(new Set());

export const FirstNoteRefsProvider = FirstNoteRefs.Provider;

/** Whether this is the place in its story to which a note leads back: a note may be referred to twice, and an id stands once. */
export function useIsFirst(inline: Inline): boolean {
  return useContext(FirstNoteRefs).has(inline);
}

/** The first reference to each note of a story, in the order of reading. */
export function firstNoteRefs({ image, body, corrections }: Pick<Article, "image" | "body" | "corrections">): ReadonlySet<unknown> {
  const known = new Set<string>();
  const first = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNoteRef(value)) {
      if (!known.has(value.note)) first.add(value);
      known.add(value.note);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  visit([image, body, corrections]);
  return first;
}

const isNoteRef = (value: unknown): value is { type: "noteRef"; note: string } =>
  typeof value === "object" && value !== null && "type" in value && value.type === "noteRef";
