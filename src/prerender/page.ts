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

/** Where the edition will be read: its full address and the path in it, both ending with a slash, and where its data lives. */
export type Site = { url: string; base: string; data: string };

/** The full address of a path of the edition; a full address stays as it is. */
export function absolute(site: Site, path: string): string {
  return path.startsWith("/") ? `${site.url}${path.slice(1)}` : path;
}
