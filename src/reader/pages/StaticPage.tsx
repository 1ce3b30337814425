import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { frontPath, staticPath } from "#content/paths.ts";
import { staticQuery } from "../data/queries.ts";
import { StaticText } from "../features/article/StaticText.tsx";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";

const KeepVisited = lazyPart(() => import("../features/offline/KeepVisited.tsx").then((module) => module.KeepVisited));

/** A page of the paper, such as /about and /about/staff. */
export function StaticPage() {
  const { "*": slug = "" } = useParams();
  const { data: page } = useSuspenseQuery(staticQuery(staticPath(slug.replace(/\/$/u, ""))));
  return (
    <>
      <Title of={page.title} language={page.inLanguage} />
      <Masthead alternates={page.translations} />
      {page.path !== frontPath && <Breadcrumbs trail={page.above} />}
      <main id="main">
        <StaticText key={page.path} page={page} />
      </main>
      <KeepVisited page={page} />
    </>
  );
}
