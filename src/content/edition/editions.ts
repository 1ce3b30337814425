import type { LanguageEdition } from "./languageEdition.ts";
import { frontPath, languageSlug } from "../paths.ts";

/**
 * The edition that a text belongs to: the one with exactly its tag, else with its language, else the main one.
 * @param editions the main one first; empty if the site has a single edition
 * @param tag the language of the text, a BCP 47 tag
 */
export function editionOf<Edition extends Pick<LanguageEdition, "language">>(editions: Edition[], tag: string): Edition | undefined {
  return (
    editions.find(({ language }) => language === tag) ??
    editions.find(({ language }) => languageSlug(language) === languageSlug(tag)) ??
    editions[0]
  );
}

/** The edition that a page belongs to, and the page's path in it: the reverse of `inSite`. */
export function inEdition<Edition extends Pick<LanguageEdition, "prefix">>(
  editions: Edition[],
  path: string,
): { edition: Edition | undefined; path: string } {
  const edition = editions.find(({ prefix }) => prefix !== "" && `${path}/`.startsWith(`${prefix}/`)) ?? editions[0];
  return { edition, path: path.slice(edition?.prefix.length ?? 0) || frontPath };
}

/** The path prefixes of a site's editions; "" alone if it has a single one. */
export const prefixesOf = (editions: Pick<LanguageEdition, "prefix">[] | undefined): string[] =>
  editions?.map(({ prefix }) => prefix) ?? [""];
