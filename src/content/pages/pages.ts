import type * as v from "valibot";
import { archivePath, correctionsPath, frontPath, latestPath, placesPath, searchPath, staffPath, topicsPath } from "../paths.ts";
import { ArticlePageSchema } from "./articlePage.ts";
import { FrontPageSchema } from "./frontPage.ts";
import { ArchivePageSchema, IndexPageSchema } from "./indexPage.ts";
import { ListPageSchema } from "./listPage.ts";
import type { PostsPage } from "./postsPage.ts";
import { StaffPageSchema } from "../profile.ts";
import { SeriesPageSchema } from "./seriesPage.ts";
import { StaticPageSchema } from "./staticPage.ts";
import type { CorrectionsPage, VersionsPage } from "../version.ts";

/** A list of pages, each page also with a number. */
const paged = (...at: string[]): string[] => at.flatMap((path) => [path, `${path}/page/:page`]);

/**
 * The kinds of pages. `at`: its addresses, as the router writes them; no page of the paper can begin like one. `schema`: of its JSON
 * file, and `name`: what an error calls that; few visits load the kinds without them, so their own code has them. `unlisted`: not in
 * the sitemap.
 */
export const PAGES = {
  front: { at: [""], schema: FrontPageSchema, name: "front page" },
  article: { at: ["article/:slug"], schema: ArticlePageSchema, name: "article" },
  // Posts are found on the page of their live blog.
  posts: { at: ["article/:slug/page/:page", "article/:slug/post/:id"], unlisted: true },
  // For the readers of a story: search engines must not find its old text in place of the new.
  versions: { at: ["article/:slug/versions"], unlisted: true },
  list: {
    at: paged("topic/:slug", "section/:slug", "author/:slug", "place/:slug", "thread/:slug", "latest", "archive/:year/:month"),
    schema: ListPageSchema,
    name: "list",
  },
  index: { at: ["topics", "topics/:letter", "places", "places/:letter"], schema: IndexPageSchema, name: "index" },
  archive: { at: ["archive", "archive/:year"], schema: ArchivePageSchema, name: "archive" },
  series: { at: ["series/:slug"], schema: SeriesPageSchema, name: "series" },
  corrections: { at: paged("corrections") },
  staff: { at: ["staff"], schema: StaffPageSchema, name: "staff page" },
  static: { at: ["*"], schema: StaticPageSchema, name: "page" },
} satisfies Record<string, PageFacts>;

type PageFacts = { at: string[]; schema?: v.GenericSchema; name?: string; unlisted?: true };

export type PageKind = keyof typeof PAGES;

/** What is known about a kind of page. */
export const factsOf = (kind: PageKind): PageFacts => PAGES[kind];

/** Pages that not every edition has: its field of the same name says so. */
export const OPTIONAL_PAGES = ["staff", "corrections"] as const satisfies PageKind[];

export type OptionalPage = (typeof OPTIONAL_PAGES)[number];

/** The pages that list the paper, in the order of its menu. `word` is the key of their names in `words/`. */
export const MENU_PAGES = [
  { path: frontPath, word: "frontPage" },
  { path: searchPath, word: "search" },
  { path: latestPath, word: "latest" },
  { path: archivePath, word: "archiveByDate" },
  { path: topicsPath, word: "topicsAToZ" },
  { path: placesPath, word: "placesAToZ" },
  { path: staffPath, word: "staff", if: "staff" },
  { path: correctionsPath(), word: "corrections", if: "corrections" },
] as const satisfies { path: string; word: string; if?: OptionalPage }[];

/** The kinds of pages with a schema here. */
export type CommonPageKind = { [Kind in PageKind]: (typeof PAGES)[Kind] extends { schema: unknown } ? Kind : never }[PageKind];

/** The value of each kind of page: its JSON file. */
export type PageValues = { [Kind in CommonPageKind]: v.InferOutput<(typeof PAGES)[Kind]["schema"]> } & {
  posts: PostsPage;
  versions: VersionsPage;
  corrections: CorrectionsPage;
};

/** A page with its value. `path` is percent-encoded, without the base. */
export type Page = { [Kind in PageKind]: { path: string; kind: Kind; value: PageValues[Kind] } }[PageKind];
