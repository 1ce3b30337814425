import type { ArticlePage } from "#content/articlePage.ts";
import type { FrontPage } from "#content/frontPage.ts";
import type { ArchivePage, IndexPage } from "#content/indexPage.ts";
import type { ListPage } from "#content/listPage.ts";

/** A page to be written, with the value of its JSON file. `path` is percent-encoded, without the base. */
export type Page = { path: string } & (
  | { kind: "front"; value: FrontPage }
  | { kind: "article"; value: ArticlePage }
  | { kind: "list"; value: ListPage }
  | { kind: "index"; value: IndexPage }
  | { kind: "archive"; value: ArchivePage }
);

/**
 * Where the edition will be read. `url` is its full address, or its base where
 * that is not known: then pages name each other by path, which is right on every
 * host. `base` is the path in it; both end with a slash. `data` is where its JSON lives.
 */
export type Site = { url: string; base: string; data: string };

/** The address of a path of the edition, percent-encoded; a full address stays as it is. */
export function absolute(site: Site, path: string): string {
  const address = path.startsWith("/") ? `${site.url}${path.slice(1)}` : path;
  return address.replaceAll(/[^!-~]+/gu, encodeURIComponent);
}

/** A path of the edition as its host knows it. */
export function below(site: Site, path: string): string {
  return `${site.base}${path.slice(1)}`;
}
