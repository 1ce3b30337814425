import { QueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, matchRoutes, type StaticHandlerContext, StaticRouterProvider } from "react-router";
import type { Edition } from "#content/edition/edition.ts";
import { dataFile, editionFile } from "#content/paths.ts";
import type { Slot } from "#content/slots.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { loadEdition } from "#reader/data/load.ts";
import { type Address, basenameOf, setAddress } from "#reader/edition/address.ts";
import { loadMore } from "#reader/i18n/loadCatalogue.ts";
import { setPartWords } from "#reader/i18n/partWords.ts";
import type { MoreWords } from "#reader/i18n/wordTypes.ts";
import type { PageRoute } from "#reader/navigation/prefetch/prefetcher.ts";
import { pageRoutes, routes } from "#reader/app/routes.tsx";
import { setSlots } from "#reader/slots/slotOf.ts";

/** A page rendered by React: preloads of the pictures of its first screen, the other elements of the head, and the body. */
export type RenderedPage = { pictures: string; head: string; page: string };

/**
 * Creates the function that renders one page after another with the reader. A
 * page's route finds its JSON in the query cache, as if it had loaded it. The
 * prefetch function of the route is called directly: the router's way from a
 * request to the loaders takes longer than the loaders.
 * @param edition the value of edition.json
 * @param address the address of the edition
 * @param slots its slots
 */
export function createRenderer(
  edition: Edition,
  address: Address,
  slots: Slot[] = [],
): (path: string, value: unknown) => Promise<RenderedPage> {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData(["data", editionFile], edition);
  const pages = pageRoutes(client);
  const routesOf = createMap(client, pages);
  const basename = basenameOf(address);
  let moreWords: Promise<MoreWords> | undefined;

  const loadParts = () => Promise.all([loadMore(edition.language), loadEdition(client)]).then(([words]) => words);

  const contextOf = async (path: string): Promise<StaticHandlerContext> => {
    const location = { pathname: `${basename.replace(/\/$/u, "")}${path}`, search: "", hash: "", state: null, key: "default" };
    const matches = matchRoutes(routesOf(path), location, basename) ?? [];
    const { route, params } = matches.at(-1) ?? {};
    await pages.find(({ id }) => id === route?.id)?.prefetch?.(params ?? {});
    const loaderData = Object.fromEntries(matches.map((match) => [match.route.id, null]));
    const nothing = { actionData: null, errors: null, loaderHeaders: {}, actionHeaders: {} };
    return { basename, location, matches, loaderData, statusCode: 200, ...nothing };
  };

  return async (path, value) => {
    const queryKey = ["data", dataFile(path)];
    if (value !== undefined) client.setQueryData(queryKey, value);
    try {
      const words = await (moreWords ??= loadParts());
      const context = await contextOf(path);
      // It needs no routes, since the context has those of the page.
      const router = createStaticRouter([], context);
      // The previous page may have been another edition's.
      setAddress(address);
      setSlots(slots);
      setPartWords(words);
      return split(
        renderToString(
          <QueryClientProvider client={client}>
            <StaticRouterProvider router={router} context={context} hydrate={false} />
          </QueryClientProvider>,
        ),
      );
    } catch (cause) {
      throw new Error(`The page ${path} could not be rendered.`, { cause });
    } finally {
      client.removeQueries({ queryKey, exact: true });
    }
  };
}

/** Returns only the routes that can match a path: matchRoutes processes all the routes it is given each time. */
function createMap(client: QueryClient, pages: PageRoute[]): (path: string) => DataRoutes {
  const known = new Map<string, DataRoutes>();
  return (path) => {
    const [, first = ""] = path.split("/");
    const routesOf =
      known.get(first) ??
      createStaticHandler(
        routes(
          client,
          pages.filter((route) => mayBegin(route, first)),
        ),
      ).dataRoutes;
    known.set(first, routesOf);
    return routesOf;
  };
}

type DataRoutes = ReturnType<typeof createStaticHandler>["dataRoutes"];

function mayBegin({ path = "" }: PageRoute, first: string): boolean {
  const [begin = ""] = path.split("/");
  return begin === first || /^[:*]/u.test(begin);
}

/** Splits React's output. The elements that it hoists into the head come first, beginning with preloads, which are only of pictures. */
function split(html: string): RenderedPage {
  const [hoisted = "", pictures = "", head = ""] =
    /^((?:<link rel="preload"[^>]*>)*)((?:<title[^>]*>[^<]*<\/title>|<(?:meta|link)\b[^>]*>)*)/u.exec(html) ?? [];
  return { pictures, head, page: html.slice(hoisted.length) };
}
