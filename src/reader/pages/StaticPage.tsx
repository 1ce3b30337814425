import { type QueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { frontPath, staticPath } from "#content/paths.ts";
import { staticQuery } from "../data/queries.ts";
import type { withSheet } from "../features/collection/Collection.tsx";
import { StaticText } from "../features/article/StaticText.tsx";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";

const KeepVisited = lazyPart(() => import("../features/offline/KeepVisited.tsx").then((module) => module.KeepVisited));

let Collection: Awaited<ReturnType<typeof withSheet>> | undefined;

/** Loads what shows a page of a collection: no other page needs it. */
export async function loadCollection(client: QueryClient, path: string): Promise<void> {
  if (client.getQueryData(staticQuery(path).queryKey)?.collection !== undefined)
    Collection = await import("../features/collection/Collection.tsx").then((module) => module.withSheet());
}

/** A page of the paper, such as /about and /about/staff. */
export function StaticPage() {
  const { "*": slug = "" } = useParams();
  const { data: page } = useSuspenseQuery(staticQuery(staticPath(slug.replace(/\/$/u, ""))));
  return (
    <>
      <Title of={page.title} language={page.inLanguage} />
      <Masthead alternates={page.translations} />
      {page.path !== frontPath && <Breadcrumbs trail={page.above} />}
      {page.collection !== undefined && Collection ? (
        <Collection key={page.path} page={page} Text={StaticText} />
      ) : (
        <main id="main">
          <StaticText key={page.path} page={page} />
        </main>
      )}
      <KeepVisited page={page} />
    </>
  );
}
