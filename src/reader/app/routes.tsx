import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { type Params, type RouteObject, isRouteErrorResponse, useRouteError } from "react-router";
import { ACCOUNT_PATHS, missingPath } from "#content/pages/ownPages.ts";
import { PAGES } from "#content/pages/pages.ts";
import { accountPath, catchUpPath, followingPath, highlightsPath, historyPath, savedPath } from "#content/paths.ts";
import { accountWordsQuery, searchWordsQuery } from "../data/catalogueQueries.ts";
import { HttpError, isGone, PartError } from "../data/errors.ts";
import { exportWordsQuery, libraryWordsQuery } from "../data/libraryWords.ts";
import { loadEdition } from "../data/load.ts";
import { editionQuery } from "../data/queries.ts";
import type { PageRoute } from "../navigation/prefetch/prefetcher.ts";
import type { LibraryTab } from "../features/library/LibraryTabs.tsx";
import type { AccountPath } from "../pages/AccountPage.tsx";
import { type PageView, pageViews } from "./pageViews.tsx";
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

/** Every page: its address, the file it shows, and its chunk. */
export function pageRoutes(client: QueryClient): PageRoute[] {
  const views = new Map(Object.entries<PageView>(pageViews(client)));
  const loadSearchWords = async () => {
    const { language } = await client.ensureQueryData(editionQuery());
    await client.ensureQueryData(searchWordsQuery(language));
  };
  return [
    ...Object.entries(PAGES).flatMap(([kind, { at }]) => {
      const view = views.get(kind);
      return view ? at.map((path) => page(path, view)) : [];
    }),
    page("search", { loadData: loadSearchWords, show: () => import("../pages/SearchPage.tsx").then(({ SearchPage }) => SearchPage) }),
    page("offline", {
      loadData: () => Promise.resolve(),
      show: () => import("../pages/OfflinePage.tsx").then(({ OfflinePage }) => OfflinePage),
    }),
    ...libraryPages(client),
    ...accountPages(client),
    // A build may render it before any other page.
    { id: "not-found", path: missingPath.slice(1), Component: NotFoundPage, prefetch: () => Promise.resolve(loadParts()) },
  ];
}

/** The reader's own pages. Their words are parts of the catalogue that no other page needs. */
function libraryPages(client: QueryClient): PageRoute[] {
  const loadData = async () => {
    const { language } = await client.ensureQueryData(editionQuery());
    await Promise.all([client.ensureQueryData(libraryWordsQuery(language)), client.ensureQueryData(exportWordsQuery(language))]);
  };
  const show = (tab: LibraryTab) => () => import("../pages/LibraryPage.tsx").then(({ LibraryPage }) => () => <LibraryPage tab={tab} />);
  return [
    page(savedPath.slice(1), { loadData, show: show("saved") }),
    page(followingPath.slice(1), { loadData, show: show("following") }),
    page(highlightsPath.slice(1), { loadData, show: show("highlights") }),
    page(historyPath.slice(1), { loadData, show: show("history") }),
    page(catchUpPath.slice(1), { loadData, show: show("catchUp") }),
  ];
}

/** The account page and the pages that its emails link to. Only an edition with accounts has them. */
function accountPages(client: QueryClient): PageRoute[] {
  const loadData = async () => {
    const { accounts, language } = await client.ensureQueryData(editionQuery());
    if (!accounts) throw new HttpError(404, accountPath);
    const [{ noteCameFrom }] = await Promise.all([
      import("../features/account/cameFrom.ts"),
      client.ensureQueryData(accountWordsQuery(language)),
    ]);
    noteCameFrom();
  };
  const show = (path: AccountPath) => () => import("../pages/AccountPage.tsx").then(({ AccountPage }) => () => <AccountPage path={path} />);
  return ACCOUNT_PATHS.map((path) => page(path.slice(1), { loadData, show: show(path) }));
}

/** One page. Its path is also the route's id. */
function page(path: string, { loadData, show, handle }: PageView): PageRoute {
  const { ready, Component } = lazyPage(() => show(path));
  const prefetch = (params: Params) => Promise.all([ready(), loadData(params, path)]);
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
