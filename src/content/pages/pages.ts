import type * as v from "valibot";
import { ArticlePageSchema } from "./articlePage.ts";
import type { Edition } from "../edition/edition.ts";
import { FrontPageSchema } from "./frontPage.ts";
import { ArchivePageSchema, IndexPageSchema } from "./indexPage.ts";
import { ListPageSchema } from "./listPage.ts";
import type { PostsPage } from "./postsPage.ts";
import { StaffPageSchema } from "../profile.ts";
import { SeriesPageSchema } from "./seriesPage.ts";
import { StaticPageSchema } from "./staticPage.ts";
import type { CorrectionsPage, VersionsPage } from "../version.ts";

/** The kinds of pages, except those of the public record and of live blogs: the schema of each one's JSON file, and its name for errors. */
export const PAGES = {
  front: { schema: FrontPageSchema, name: "front page" },
  article: { schema: ArticlePageSchema, name: "article" },
  list: { schema: ListPageSchema, name: "list" },
  index: { schema: IndexPageSchema, name: "index" },
  archive: { schema: ArchivePageSchema, name: "archive" },
  series: { schema: SeriesPageSchema, name: "series" },
  staff: { schema: StaffPageSchema, name: "staff page" },
  static: { schema: StaticPageSchema, name: "page" },
} satisfies Record<string, { schema: v.GenericSchema; name: string }>;

/** The value of each kind of page: its JSON file. The schemas of the last three are left out of PAGES to keep them off every page. */
export type PageValues = { [Kind in keyof typeof PAGES]: v.InferOutput<(typeof PAGES)[Kind]["schema"]> } & {
  posts: PostsPage;
  versions: VersionsPage;
  corrections: CorrectionsPage;
};

export type PageKind = keyof PageValues;

/** A page with its value. `path` is percent-encoded, without the base. */
export type Page = { [Kind in PageKind]: { path: string; kind: Kind; value: PageValues[Kind] } }[PageKind];

/**
 * The part of an edition that a kind of page shows. The page is not given the
 * rest, and so cannot show anything that it would not be rendered again for.
 */
export function shownOn(kind: PageKind, edition: Edition): Edition {
  if (kind === "front") return edition;
  const shown = { ...edition, trending: [], languages: undefined, texts: undefined };
  return isOfStory(kind) ? { ...shown, date: undefined } : shown;
}

/** Whether a page shows a story or a part of one: such pages open from the device as they were last read. */
export const isOfStory = (kind: PageKind): boolean => kind === "article" || kind === "posts";

/** What the HTML of a kind of page depends on besides the page and the built reader, as text. */
export function dependsOn(kind: PageKind, edition: Edition): string {
  return JSON.stringify(shownOn(kind, edition));
}

/** The name of the meta element that identifies what the HTML of a page was made of: the start of the SHA-256 of `madeOf`, in base64. */
export const MADE_OF_META = "broadsheet-made-of";

/** How many characters of the hash are kept: enough to tell two versions of a page apart. */
export const MADE_OF_LENGTH = 16;

/**
 * Everything that the HTML of a page shows, as text.
 * @param json the text of the page's own file
 * @param paper what else it depends on, see dependsOn
 */
export function madeOf(json: string, paper: string): string {
  return `${json}\n${paper}`;
}
