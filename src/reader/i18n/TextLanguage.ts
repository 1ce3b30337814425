import { createContext, useContext } from "react";
import type { Article } from "#content/article.ts";
import type { Direction } from "#content/blocks/inline.ts";
import { useEdition } from "../edition/EditionContext.ts";

type Attributes = { lang?: string; dir?: Direction };

/** The language of the surrounding story. Undefined outside stories. */
const TextLanguage = createContext<Pick<Article, "inLanguage" | "direction"> | undefined>(undefined);

export const TextLanguageProvider = TextLanguage.Provider;

/**
 * The languages of the interface and of the story, as attributes. `ours` is for the
 * interface's own words inside a story, `theirs` for the story's text inside an element
 * that is marked as ours. Both are empty where the story is in the edition's language.
 */
export function useLanguages(): { ours: Attributes; theirs: Attributes } {
  const edition = useEdition();
  const story = useContext(TextLanguage);
  if (!edition || !story || primary(edition.language) === primary(story.inLanguage)) return { ours: {}, theirs: {} };
  return {
    ours: { lang: edition.language, dir: edition.direction },
    theirs: { lang: story.inLanguage, dir: story.direction },
  };
}

function primary(language: string): string | undefined {
  return language.toLowerCase().split("-")[0];
}
