import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { type Params, type RouteObject, isRouteErrorResponse, useRouteError } from "react-router";
import type { ListKind } from "#content/pages/listPage.ts";
import { ACCOUNT_PATHS, missingPath } from "#content/pages/ownPages.ts";
import {
  accountPath,
  catchUpPath,
  followingPath,
  frontPath,
  highlightsPath,
  historyPath,
  savedPath,
  staffPath,
  staticPath,
} from "#content/paths.ts";
import { accountWordsQuery, searchWordsQuery } from "../data/catalogueQueries.ts";
import { HttpError, isGone, PartError } from "../data/errors.ts";
import { exportWordsQuery, libraryWordsQuery } from "../data/libraryWords.ts";
import { FRESH_LIST, load, loadEdition } from "../data/load.ts";
import {
  archiveQuery,
  articleQuery,
  editionQuery,
  frontQuery,
  indexQuery,
  listQuery,
  seriesQuery,
  staffQuery,
  staticQuery,
} from "../data/queries.ts";
import type { PageRoute } from "../navigation/prefetch/prefetcher.ts";
import { listSlug, pageNumber } from "../features/lists/listAddress.ts";
import type { LibraryTab } from "../features/library/LibraryTabs.tsx";
import type { AccountPath } from "../pages/AccountPage.tsx";
import type { RecordPage } from "../pages/recordPages.ts";
import { Layout } from "./Layout.tsx";
import { NotFoundPage } from "../pages/NotFoundPage.tsx";
import { ErrorPage } from "../pages/ErrorPage.tsx";
import { loadParts } from "#loading/hydration/hydrateOnIdle.tsx";

/** The app's routes: the root with its layout and error boundaries, and the pages within. */
export function routes(client: QueryClient, pages: PageRoute[] = pageRoutes(client)): RouteObject[] {
  return [
    {
      id: "root",
      path: "/",
      loader: () => loadEdition(client),
      Component: Layout,
      ErrorBoundary: RootError,
      // The router requires a fallback for the time until a page's data is there. This app is rendered only after that.
      HydrateFallback: () => null,
      children: [{ id: "page", ErrorBoundary: RouteError, children: pages }],
    },
  ];
}

/** Every page kind: its address, the file it shows, and its chunk. */
export function pageRoutes(client: QueryClient): PageRoute[] {
  const hasHome = () => client.ensureQueryData(editionQuery()).then(({ home = false }) => home);
  const front = async () => ((await hasHome()) ? staticPage() : import("../pages/FrontPage.tsx").then((module) => module.FrontPage));
  const loadFront = async () => ((await hasHome()) ? load(client, staticQuery(frontPath)) : load(client, frontQuery(), FRESH_LIST));
  const article = () => import("../pages/ArticlePage.tsx").then((module) => module.ArticlePage);
  const posts = () => import("../pages/PostsPage.tsx");
  const showPosts = () => posts().then(({ withWords }) => withWords());
  const loadPosts = (params: Params) => posts().then((part) => part.loadPosts(client, params));
  const archive = () => import("../pages/ArchivePage.tsx").then((module) => module.ArchivePage);
  const series = () => import("../pages/SeriesPage.tsx").then((module) => module.SeriesPage);
  const staff = () => import("../pages/StaffPage.tsx").then((module) => module.StaffPage);
  const search = () => import("../pages/SearchPage.tsx").then((module) => module.SearchPage);
  const offline = () => import("../pages/OfflinePage.tsx").then((module) => module.OfflinePage);
  const list = (kind: ListKind, path: string): PageRoute[] => {
    const show = () => import("../pages/ListPage.tsx").then(({ ListPage }) => () => <ListPage kind={kind} />);
    const loadData = (params: Params) => load(client, listQuery(kind, listSlug(kind, params), pageNumber(params)), FRESH_LIST);
    return [page(path, loadData, show, "list"), page(`${path}/page/:page`, loadData, show, "list")];
  };
  const index = (kind: "topic" | "place", path: string): PageRoute[] => {
    const show = () => import("../pages/IndexPage.tsx").then(({ IndexPage }) => () => <IndexPage kind={kind} />);
    const loadData = (params: Params) => load(client, indexQuery(kind, params["letter"]));
    return [page(path, loadData, show), page(`${path}/:letter`, loadData, show)];
  };
  const loadSearchWords = async () => {
    const { language } = await client.ensureQueryData(editionQuery());
    await client.ensureQueryData(searchWordsQuery(language));
  };
  const loadArchive = (params: Params) => load(client, archiveQuery(params["year"]));
  return [
    page("", loadFront, front, "list"),
    page("article/:slug", ({ slug = "" }) => load(client, articleQuery(slug)), article),
    page("article/:slug/page/:page", loadPosts, showPosts),
    page("article/:slug/post/:id", loadPosts, showPosts),
    ...list("topic", "topic/:slug"),
    ...list("section", "section/:slug"),
    ...list("author", "author/:slug"),
    ...list("place", "place/:slug"),
    ...list("thread", "thread/:slug"),
    ...list("latest", "latest"),
    ...list("month", "archive/:year/:month"),
    ...index("topic", "topics"),
    ...index("place", "places"),
    page("archive", loadArchive, archive),
    page("archive/:year", loadArchive, archive),
    page("series/:slug", ({ slug = "" }) => load(client, seriesQuery(slug)), series),
    ...recordRoutes(client),
    page(staffPath.slice(1), () => load(client, staffQuery()), staff),
    page("search", loadSearchWords, search),
    page("offline", () => Promise.resolve(), offline),
    ...libraryPages(client),
    ...accountPages(client),
    { id: "not-found", path: missingPath.slice(1), Component: NotFoundPage },
    ...staticPages(client),
  ];
}

/** What has changed in a story, and all corrections. */
function recordRoutes(client: QueryClient): PageRoute[] {
  const part = () => import("../pages/recordPages.ts");
  const route = (path: string, kind: RecordPage) =>
    page(
      path,
      (params) => part().then(({ loadRecord }) => loadRecord(kind, client, params)),
      () => part().then(({ showRecord }) => showRecord(kind)),
    );
  return [route("article/:slug/versions", "versions"), route("corrections", "corrections"), route("corrections/page/:page", "corrections")];
}

const staticPage = () => import("../pages/StaticPage.tsx").then((module) => module.StaticPage);

/** The paper's own pages, at any address that no other route has. An address with a dot is a file's, not a page's. */
function staticPages(client: QueryClient): PageRoute[] {
  const loadData = async ({ "*": slug = "" }: Params) => {
    if (slug.includes(".")) throw new HttpError(404, slug);
    await load(client, staticQuery(staticPath(slug.replace(/\/$/u, ""))));
  };
  return [page("*", loadData, staticPage)];
}

/** The reader's own pages. Their words are parts of the catalogue that no other page needs. */
function libraryPages(client: QueryClient): PageRoute[] {
  const loadData = async () => {
    const { language } = await client.ensureQueryData(editionQuery());
    await Promise.all([client.ensureQueryData(libraryWordsQuery(language)), client.ensureQueryData(exportWordsQuery(language))]);
  };
  const show = (tab: LibraryTab) => () => import("../pages/LibraryPage.tsx").then(({ LibraryPage }) => () => <LibraryPage tab={tab} />);
  return [
    page(savedPath.slice(1), loadData, show("saved")),
    page(followingPath.slice(1), loadData, show("following")),
    page(highlightsPath.slice(1), loadData, show("highlights")),
    page(historyPath.slice(1), loadData, show("history")),
    page(catchUpPath.slice(1), loadData, show("catchUp")),
  ];
}

/** The account page and the pages that its emails link to. Only an edition with accounts has them. */
function accountPages(client: QueryClient): PageRoute[] {
  const loadData = async () => {
    const { accounts, language } = await client.ensureQueryData(editionQuery());
    if (!accounts) throw new HttpError(404, accountPath);
    await client.ensureQueryData(accountWordsQuery(language));
  };
  const show = (path: AccountPath) => () => import("../pages/AccountPage.tsx").then(({ AccountPage }) => () => <AccountPage path={path} />);
  return ACCOUNT_PATHS.map((path) => page(path.slice(1), loadData, show(path)));
}

/** One page kind. Its path is also the route's id. A list stays in the document when the reader leaves it, so that Back is immediate. */
function page(
  path: string,
  loadData: (params: Params) => Promise<unknown>,
  show: () => Promise<ComponentType>,
  handle?: "list",
): PageRoute {
  const { ready, Component } = lazyPage(show);
  const prefetch = (params: Params) => Promise.all([ready(), loadData(params)]);
  return {
    id: path === "" ? "front" : path,
    ...(path === "" ? { index: true } : { path }),
    loader: ({ params }) => prefetch(params).then(() => null),
    Component,
    prefetch,
    handle,
  };
}

/** The one place that handles the failures of a page: a 404 has a page of its own, everything else can be tried again. */
function RouteError() {
  const error = useRouteError();
  return isNotFound(error) ? <NotFoundPage /> : <ErrorPage error={error} />;
}

function isNotFound(error: unknown): boolean {
  return isGone(error) || (isRouteErrorResponse(error) && error.status === 404);
}

/** Shown if not even the edition's own file loaded: the error page without sections and dates. */
function RootError() {
  return <ErrorPage error={useRouteError()} />;
}

/**
 * A page kind whose code is fetched when it is first needed. The router's own
 * `lazy` keeps a failure forever; this one tries again.
 * @param fetchPage imports the chunk
 * @returns `ready` resolves when `Component` can be shown
 */
function lazyPage(fetchPage: () => Promise<ComponentType>): { ready: () => Promise<void>; Component: ComponentType } {
  let Page: ComponentType | undefined;
  const ready = async () => {
    try {
      Page ??= await fetchPage();
      const parts = loadParts();
      if (parts) await parts;
    } catch (cause) {
      throw new PartError(cause);
    }
  };
  return { ready, Component: () => Page && <Page /> };
}
