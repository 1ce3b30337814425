import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { articlePath } from "#content/paths.ts";
import { versionsQuery } from "../data/recordQueries.ts";
import { CompareVersions } from "../features/updates/CompareVersions.tsx";
import { useRecordWords } from "../features/updates/recordParts.ts";
import { VersionList } from "../features/updates/VersionList.tsx";
import { TextLanguageProvider } from "../i18n/TextLanguage.ts";
import { useWords } from "../i18n/words.ts";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { Timestamp } from "../ui/Timestamp.tsx";
import "../teasers/list.css";

/** /article/:slug/versions: what has changed in a story since its publication. */
export function VersionsPage() {
  const { slug = "" } = useParams();
  const words = useWords();
  const own = useRecordWords();
  const { data } = useSuspenseQuery(versionsQuery(slug));
  const { headline, inLanguage, direction, datePublished, entries } = data;
  const path = articlePath(data.slug);
  return (
    <>
      <Title of={own.versionsOf(headline)} />
      <Masthead />
      <Breadcrumbs trail={[{ name: headline, url: path }]} />
      <main id="main" className="page">
        <header className="list-head">
          <p className="kicker">
            <PageLink to={path} lang={inLanguage} dir={direction}>
              {headline}
            </PageLink>
          </p>
          <h1 tabIndex={-1}>{own.versions}</h1>
          <p className="meta">
            <span>
              {words.published} <Timestamp date={datePublished} style="moment" />
            </span>
          </p>
          <p className="standfirst">{own.versionsIntro}</p>
        </header>
        <TextLanguageProvider value={data}>
          <CompareVersions key={data.slug} entries={entries} />
          <VersionList entries={entries} />
        </TextLanguageProvider>
      </main>
    </>
  );
}
