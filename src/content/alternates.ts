import type { Article } from "./article.ts";
import type { Page } from "./pages.ts";
import { articlePath } from "./paths.ts";
import type { StaticPage } from "./staticPage.ts";

/** A page that says the same in a language, itself among them; "x-default" is for readers of any other: the original. */
export type Alternate = { language: string; path: string };

/** Where a page stands in each language; none where there is one language alone. */
export function alternatesOf(page: Page): Alternate[] {
  if (page.kind === "article") return storyAlternates(page.value.article);
  return page.kind === "static" ? pageAlternates(page.value) : [];
}

/** Where a story stands in each language. */
export function storyAlternates({ slug, inLanguage, translations = [], translationOf = slug }: Article): Alternate[] {
  const others = translations.map((other) => ({ language: other.inLanguage, path: articlePath(other.slug) }));
  return complete({ language: inLanguage, path: articlePath(slug) }, others, articlePath(translationOf));
}

/** Where a page of the paper stands in each language. */
export function pageAlternates({ path, inLanguage, translations = [], translationOf = path }: StaticPage): Alternate[] {
  const others = translations.map((other) => ({ language: other.inLanguage, path: other.path }));
  return complete({ language: inLanguage, path }, others, translationOf);
}

function complete(own: Alternate, others: Alternate[], original: string): Alternate[] {
  if (others.length === 0) return [];
  return [...[own, ...others].toSorted((a, b) => (a.language < b.language ? -1 : 1)), { language: "x-default", path: original }];
}
