import { useSuspenseQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useParams } from "react-router";
import { shownOf } from "#content/pages/listPage.ts";
import { articlePath, correctionsFeedPath, correctionsPath, versionsPath } from "#content/paths.ts";
import type { ListedCorrection } from "#content/version.ts";
import { correctionsQuery } from "../data/recordQueries.ts";
import { pageUrl } from "../edition/address.ts";
import { Inlines } from "../features/article/Inlines.tsx";
import { pageNumber } from "../features/lists/listAddress.ts";
import { Pager } from "../features/lists/Pager.tsx";
import { useRecordWords } from "../features/updates/recordParts.ts";
import { useWords } from "../i18n/words.ts";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { Timestamp } from "../ui/Timestamp.tsx";
import "../teasers/list.css";
import "../ui/correction.css";

/** /corrections and /corrections/page/:page: what was wrong in the paper, newest first. */
export function CorrectionsPage() {
  const words = useWords();
  const own = useRecordWords();
  const { data: list } = useSuspenseQuery(correctionsQuery(pageNumber(useParams())));
  const { page, corrections } = list;
  const title = page === undefined ? words.corrections : words.pageOf(words.corrections, page);
  return (
    <>
      <Title of={title} />
      <Masthead alternates={list.alternates} />
      <Breadcrumbs />
      <main id="main" className="page">
        <header className="list-head">
          <h1 tabIndex={-1}>{title}</h1>
          <p className="standfirst">{own.correctionsIntro}</p>
          <p>
            <a className="more-link" href={pageUrl(correctionsFeedPath("rss"))}>
              {own.correctionsFeed}
            </a>
          </p>
        </header>
        {corrections.slice(0, shownOf(list)).map((correction) => (
          <OneCorrection key={`${correction.slug}/${correction.number}`} correction={correction} />
        ))}
        <Pager list={list} to={correctionsPath} />
      </main>
    </>
  );
}

function OneCorrection({ correction }: { correction: ListedCorrection }) {
  const id = useId();
  const own = useRecordWords();
  const { slug, headline, inLanguage, direction, date, children, changes } = correction;
  const theirs = { lang: inLanguage, dir: direction };
  return (
    <section className="day index" aria-labelledby={id}>
      <h2 className="label" id={id}>
        <Timestamp date={date} style="day" />
      </h2>
      <div className="corrected">
        <h3 {...theirs}>
          <PageLink to={articlePath(slug)}>{headline}</PageLink>
        </h3>
        <p className="correction" {...theirs}>
          <Inlines of={children} />
        </p>
        {changes && (
          <p>
            <PageLink className="more-link" to={versionsPath(slug)}>
              {own.whatChanged}
            </PageLink>
          </p>
        )}
      </div>
    </section>
  );
}
