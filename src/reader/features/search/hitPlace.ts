import { storyPath } from "#content/edition/alternates.ts";
import { inEdition } from "#content/edition/editions.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import type { SearchDocument } from "#content/search.ts";
import { address } from "../../edition/address.ts";

type Found = Pick<SearchDocument, "slug" | "path" | "inLanguage">;

/**
 * The path of a hit on the site, and in its edition; `isHere` tells whether that is this edition.
 * @param language the language of this edition, which its hits do not name
 */
export function hitPlace({ slug, path: sitePath, inLanguage }: Found, language: string, editions: LanguageEdition[] = []) {
  const url = sitePath ?? storyPath({ slug, inLanguage: inLanguage ?? language }, editions);
  const { edition, path } = inEdition(editions, url);
  return { url, path, isHere: (edition?.prefix ?? "") === address().prefix };
}
