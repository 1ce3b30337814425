import type { Article } from "#content/article.ts";
import { link, type Linked } from "#compiler/link/link.ts";
import type { Page, PageKind } from "#content/pages/pages.ts";
import { makeSettings } from "./makeSettings.ts";

type PageOf<K extends PageKind> = Extract<Page, { kind: K }>;

/** The edition of these articles and this edition.json. */
export function linked(articles: Article[], json: unknown = {}): Linked {
  return link(articles, makeSettings(json));
}

/** The pages of one kind, by path. */
export function pagesOf<K extends PageKind>(kind: K, { pages }: Linked): Map<string, PageOf<K>["value"]> {
  const isKind = (page: Page): page is PageOf<K> => page.kind === kind;
  return new Map([...pages].filter(isKind).map((page) => [page.path, valueOf(page)]));
}

/** The page at a path, which must exist and be of that kind. */
export function pageAt<K extends PageKind>(kind: K, path: string, edition: Linked): PageOf<K>["value"] {
  const value = pagesOf(kind, edition).get(path);
  if (value === undefined) throw new Error(`There is no ${kind} page at ${path}.`);
  return value;
}

function valueOf<P extends Page>(page: P): P["value"] {
  return page.value;
}
