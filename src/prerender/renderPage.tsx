import { QueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router";
import { dataFile, editionFile } from "#content/paths.ts";
import { App } from "#reader/App.tsx";
import { routes } from "#reader/routes.tsx";

/** What React made of a page: what belongs into the document's head, and the page. */
export type RenderedPage = { head: string; page: string };

/**
 * Runs the reader over one page after another. Its loaders find the page's JSON
 * in the cache, where they would have put it themselves.
 * @param edition the value of edition.json
 * @param base the path below which the edition lies, with slashes at both ends
 */
export function createRenderer(edition: unknown, base: string): (path: string, value: unknown) => Promise<RenderedPage> {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const handler = createStaticHandler(routes(client), { basename: base });
  return async (path, value) => {
    client.clear();
    client.setQueryData(["data", editionFile], edition);
    if (value !== undefined) client.setQueryData(["data", dataFile(path)], value);
    const context = await handler.query(new Request(`http://prerender.invalid${base}${path.slice(1)}`));
    if (context instanceof Response) throw new Error(`The page ${path} answers ${context.status} instead of being one.`);
    const [failure] = Object.values(context.errors ?? {});
    if (failure !== undefined) throw new Error(`The page ${path} could not be rendered.`, { cause: failure });
    const router = createStaticRouter(handler.dataRoutes, context);
    return parted(
      renderToString(
        <App client={client}>
          <StaticRouterProvider router={router} context={context} hydrate={false} />
        </App>,
      ),
    );
  };
}

/** React writes what it would hoist into the head (title, preloads) before the page itself. */
function parted(html: string): RenderedPage {
  const head = /^(?:<title>[^<]*<\/title>|<(?:meta|link)\b[^>]*>)*/u.exec(html)?.[0] ?? "";
  return { head, page: html.slice(head.length) };
}
