import { useSyncExternalStore } from "react";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { archivePath, frontPath, searchPath, topicsPath } from "#content/paths.ts";
import { Figure } from "../features/article/Figure.tsx";
import { Finder } from "../features/search/Finder.tsx";
import { pageUrl } from "../edition/address.ts";
import { useEdition } from "../edition/EditionContext.ts";
import { OwnText } from "../layout/OwnText.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { useWords } from "../i18n/words.ts";
import "../ui/state.css";
import { PageLink } from "../ui/PageLink.tsx";

const MeantPage = lazyPart(() => import("./MeantPage.tsx").then((module) => module.MeantPage));

/** 404: what happened, and ways on. */
export function NotFoundPage() {
  const words = useWords();
  const path = usePathOnceShown();
  const { texts, home } = useEdition() ?? {};
  const own = texts?.missing;
  return (
    <>
      <Title of={own?.title ?? words.notFoundTitle} />
      <Masthead lost />
      <main id="main">
        <div className="state">
          {own?.image && <Figure image={own.image} first />}
          <h1 tabIndex={-1}>{own?.title ?? words.notFoundTitle}</h1>
          {own ? <OwnText text={own} /> : <p className="standfirst">{words.notFoundText}</p>}
          <Finder />
          <p className="bar">
            <PageLink className="more-link" to={frontPath}>
              {words.frontPage}
            </PageLink>
            {!home && (
              <>
                <PageLink className="more-link" to={archivePath}>
                  {words.archiveByDate}
                </PageLink>
                <PageLink className="more-link" to={topicsPath}>
                  {words.topicsAToZ}
                </PageLink>
              </>
            )}
            <noscript>
              <a className="more-link" href={pageUrl(searchPath)}>
                {words.search}
              </a>
            </noscript>
            <MeantPage />
          </p>
          {path && <p className="hint">{words.errorCode(404, path)}</p>}
        </div>
      </main>
    </>
  );
}

/** One file serves every address that does not exist, so the address can only be shown once the page is hydrated. */
function usePathOnceShown(): string {
  return useSyncExternalStore(
    () => () => {},
    () => location.pathname,
    () => "",
  );
}
