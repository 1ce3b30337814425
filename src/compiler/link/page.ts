import type { ArticlePage } from "#content/articlePage.ts";
import type { FrontPage } from "#content/frontPage.ts";
import type { ArchivePage, IndexPage } from "#content/indexPage.ts";
import type { ListPage } from "#content/listPage.ts";

/** A page's path (percent-encoded, without the base) and the instant at which what it shows last changed; none without a story. */
type At = { path: string; lastModified?: string | undefined };

/** What a page shows: the value of its JSON file. */
type Shown =
  | { kind: "front"; value: FrontPage }
  | { kind: "article"; slug: string; value: ArticlePage }
  | { kind: "list"; value: ListPage }
  | { kind: "index"; value: IndexPage }
  | { kind: "archive"; value: ArchivePage };

/**
 * One page of the edition. Its value is made when it is asked for.
 * `isAsBefore`: it is known to show what it showed in the build before, without being made.
 */
export type Page = At & Shown & { isAsBefore?: boolean | undefined };

/** A page as its HTML is made of it. */
export type PrintedPage = { path: string } & (Exclude<Shown, { kind: "article" }> | { kind: "article"; value: ArticlePage });

/** A page without its value: what the prerenderer and the sitemap go through. */
export type PageAddress = At & ({ kind: "article"; slug: string } | { kind: "front" | "list" | "index" | "archive" });

export function addressOf(page: Page): PageAddress {
  const { path, lastModified } = page;
  return page.kind === "article" ? { path, lastModified, kind: page.kind, slug: page.slug } : { path, lastModified, kind: page.kind };
}
