import type { Article } from "../article.ts";
import { editionOf } from "./editions.ts";
import type { Alternate, LanguageEdition } from "./languageEdition.ts";
import type { Page } from "../pages/pages.ts";
import { articlePath, inSite } from "../paths.ts";
import type { StaticPage } from "../pages/staticPage.ts";

/**
 * The path of a page in each language; empty if it is in one language only.
 * @param editions the editions of the site, if there are several
 */
export function alternatesOf(page: Page, editions: LanguageEdition[] = []): Alternate[] {
  if (page.kind === "article") return storyAlternates(page.value.article, editions);
  if (page.kind === "static") return pageAlternates(page.value, editions);
  return page.kind === "versions" || page.kind === "posts" ? [] : (page.value.alternates ?? []);
}

/** The path of a story in the site. */
export function storyPath({ slug, inLanguage }: Pick<Article, "slug" | "inLanguage">, editions: LanguageEdition[] = []): string {
  return inSite(editionOf(editions, inLanguage)?.prefix ?? "", articlePath(slug));
}

/** The path of a story in each language. */
export function storyAlternates(story: Article, editions: LanguageEdition[] = []): Alternate[] {
  const { inLanguage, translations = [], translationOf } = story;
  const original = translations.find(({ slug }) => slug === translationOf) ?? story;
  const others = translations.map((other) => ({ language: other.inLanguage, path: storyPath(other, editions) }));
  return complete({ language: inLanguage, path: storyPath(story, editions) }, others, storyPath(original, editions));
}

/** The path of a static page in each language. */
export function pageAlternates(page: StaticPage, editions: LanguageEdition[] = []): Alternate[] {
  const { inLanguage, translations = [] } = page;
  const path = inSite(editionOf(editions, inLanguage)?.prefix ?? "", page.path);
  const others = translations.map((other) => ({ language: other.inLanguage, path: other.path }));
  return complete({ language: inLanguage, path }, others, page.translationOf ?? path);
}

/** All alternates, sorted by language; empty if there is no other. @param original the path for "x-default" */
export function complete(own: Alternate, others: Alternate[], original: string): Alternate[] {
  if (others.length === 0) return [];
  return [...[own, ...others].toSorted((a, b) => (a.language < b.language ? -1 : 1)), { language: "x-default", path: original }];
}
