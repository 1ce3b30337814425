import { storyPath } from "#content/edition/alternates.ts";
import { inEdition } from "#content/edition/editions.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import type { SearchDocument } from "#content/search.ts";
import { address } from "../../edition/address.ts";

type Found = Pick<SearchDocument, "slug" | "path" | "inLanguage">;

/**
 * Where a hit is in the site, and in its edition; `isHere` tells whether that is this one.
 * @param language of this edition, which a hit does not name
 */
export function hitPlace({ slug, path: own, inLanguage }: Found, language: string, editions: LanguageEdition[] = []) {
  const url = own ?? storyPath({ slug, inLanguage: inLanguage ?? language }, editions);
  const { edition, path } = inEdition(editions, url);
  return { url, path, isHere: (edition?.prefix ?? "") === address().prefix };
}
