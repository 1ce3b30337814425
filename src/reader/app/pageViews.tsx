import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import type { Params } from "react-router";
import { type ListKind, ListKindSchema } from "#content/pages/listPage.ts";
import type { PageKind } from "#content/pages/pages.ts";
import { frontPath, staffPath, staticPath } from "#content/paths.ts";
import { ConnectionError, HttpError } from "../data/errors.ts";
import { FRESH_LIST, load } from "../data/load.ts";
import {
  archiveQuery,
  articleQuery,
  editionQuery,
  frontQuery,
  indexQuery,
  listQuery,
  pageQuery,
  seriesQuery,
  staticQuery,
} from "../data/queries.ts";
import { pageOrigin } from "../device/pageOrigin.ts";
import { listSlug, pageNumber } from "../features/lists/listAddress.ts";
import type { RecordPage } from "../pages/recordPages.ts";

/** How pages of a kind are shown. `path` is the route's, as the table of kinds has it. */
export type PageView = {
  /** Loads what the page shows into the cache. */
  loadData: (params: Params, path: string) => Promise<unknown>;
  /** Imports the chunk of its component. */
  show: (path: string) => Promise<ComponentType>;
  /** A list stays in the document when the reader leaves it, so that Back is immediate. */
  handle?: "list";
};

/** How each kind of page is shown, see content/pages/pages.ts for their addresses. */
export const pageViews = (client: QueryClient): Record<PageKind, PageView> => ({
  front: frontView(client),
  article: {
    loadData: ({ slug = "" }) => load(client, articleQuery(slug)),
    show: () => import("../pages/ArticlePage.tsx").then(({ ArticlePage }) => ArticlePage),
  },
  posts: {
    loadData: (params) => import("../pages/PostsPage.tsx").then(({ loadPosts }) => loadPosts(client, params)),
    show: () => import("../pages/PostsPage.tsx").then(({ withWords }) => withWords()),
  },
  versions: recordView("versions", client),
  list: {
    loadData: (params, path) => {
      const kind = listKind(path);
      return load(client, listQuery(kind, listSlug(kind, params), pageNumber(params)), FRESH_LIST);
    },
    show: (path) => import("../pages/ListPage.tsx").then(({ ListPage }) => () => <ListPage kind={listKind(path)} />),
    handle: "list",
  },
  index: {
    loadData: ({ letter }, path) => load(client, indexQuery(indexKind(path), letter)),
    show: (path) => import("../pages/IndexPage.tsx").then(({ IndexPage }) => () => <IndexPage kind={indexKind(path)} />),
  },
  archive: {
    loadData: ({ year }) => load(client, archiveQuery(year)),
    show: () => import("../pages/ArchivePage.tsx").then(({ ArchivePage }) => ArchivePage),
  },
  series: {
    loadData: ({ slug = "" }) => load(client, seriesQuery(slug)),
    show: () => import("../pages/SeriesPage.tsx").then(({ SeriesPage }) => SeriesPage),
  },
  corrections: recordView("corrections", client),
  staff: {
    loadData: () => load(client, pageQuery("staff", staffPath)),
    show: () => import("../pages/StaffPage.tsx").then(({ StaffPage }) => StaffPage),
  },
  static: {
    loadData: async ({ "*": slug = "" }) => {
      // An address with a dot is a file's, not a page's. Without a connection the worker sends the app in its place.
      if (slug.includes("."))
        throw pageOrigin(document) === "offlinePage" ? new ConnectionError(slug, "offline") : new HttpError(404, slug);
      const path = staticPath(slug.replace(/\/$/u, ""));
      await load(client, staticQuery(path));
      await import("../pages/StaticPage.tsx").then(({ loadCollection }) => loadCollection(client, path));
    },
    show: showStatic,
  },
});

/** A paper without stories has a page of its own at the front. */
function frontView(client: QueryClient): PageView {
  const hasHome = () => client.ensureQueryData(editionQuery()).then(({ home = false }) => home);
  return {
    loadData: async () => ((await hasHome()) ? load(client, staticQuery(frontPath)) : load(client, frontQuery(), FRESH_LIST)),
    show: async () => ((await hasHome()) ? showStatic() : import("../pages/FrontPage.tsx").then(({ FrontPage }) => FrontPage)),
    handle: "list",
  };
}

const showStatic = () => import("../pages/StaticPage.tsx").then(({ StaticPage }) => StaticPage);

/** What has changed in a story, or all corrections. */
function recordView(kind: RecordPage, client: QueryClient): PageView {
  const part = () => import("../pages/recordPages.ts");
  return {
    loadData: (params) => part().then(({ loadRecord }) => loadRecord(kind, client, params)),
    show: () => part().then(({ showRecord }) => showRecord(kind)),
  };
}

/** The list at a route: "topic" at "topic/:slug", "month" below "archive". */
const listKind = (path: string): ListKind => ListKindSchema.options.find((kind) => kind === path.split("/")[0]) ?? "month";

const indexKind = (path: string): "topic" | "place" => (path.startsWith("topics") ? "topic" : "place");
