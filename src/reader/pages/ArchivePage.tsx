import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import type { ArchivePage as ArchivePageData } from "#content/pages/indexPage.ts";
import { archivePath, listPath, yearPath } from "#content/paths.ts";
import { archiveQuery } from "../data/queries.ts";
import { NothingYet } from "../features/lists/NothingYet.tsx";
import { TimeNav } from "../features/lists/TimeNav.tsx";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { TeaserCard } from "../teasers/TeaserCard.tsx";
import { HeadlineLink } from "../ui/HeadlineLink.tsx";
import { languageOf } from "../i18n/languageOf.ts";
import { PageLink } from "../ui/PageLink.tsx";
import { Timestamp } from "../ui/Timestamp.tsx";
import { useWords } from "../i18n/words.ts";
import "../teasers/list.css";
import "../features/lists/letters.css";

type Year = ArchivePageData["years"][number];

/** /archive and /archive/:year */
export function ArchivePage() {
  const words = useWords();
  const { data: archive } = useSuspenseQuery(archiveQuery(useParams()["year"]));
  const { year, previous, next, years } = archive;
  const title = year ?? words.archiveByDate;
  const linkTo = (name: string) => ({ to: yearPath(name), name });
  return (
    <>
      <Title of={title} />
      <Masthead alternates={archive.alternates} />
      <Breadcrumbs trail={year === undefined ? [] : [{ name: words.archiveByDate, url: archivePath }]} />
      <main id="main" className="page">
        <header className="list-head">
          {year && (
            <p className="kicker">
              <PageLink to={archivePath}>{words.archive}</PageLink>
            </p>
          )}
          <h1 tabIndex={-1}>
            {title} {year && years[0] && <small>{words.stories(years[0].count)}</small>}
          </h1>
          {(previous ?? next) && (
            <TimeNav label={words.year} {...(previous && { previous: linkTo(previous) })} {...(next && { next: linkTo(next) })} />
          )}
          {years.length === 0 && <NothingYet />}
        </header>
        {years.map((item) => (year ? <Months key={item.year} year={item} /> : <YearLine key={item.year} year={item} />))}
      </main>
    </>
  );
}

/** The months of a year, each with its lead story. */
function Months({ year }: { year: Year }) {
  const words = useWords();
  return year.months.map(({ month, count, lead }, place) => (
    <section key={month} className="day" aria-labelledby={`month-${month}`}>
      <h2 className="label" id={`month-${month}`}>
        <PageLink to={listPath("month", month)}>
          <Timestamp date={month} style="monthName" />
        </PageLink>
        <span>{words.stories(count)}</span>
      </h2>
      {lead && <TeaserCard teaser={lead} shape="brief" meta="date" first={place < 2} />}
    </section>
  ));
}

/** A year in the list of all years: its lead story, and its months. */
function YearLine({ year: { year, count, lead, months } }: { year: Year }) {
  const words = useWords();
  return (
    <section className="day index" aria-labelledby={`year-${year}`}>
      <h2 id={`year-${year}`}>
        <PageLink to={yearPath(year)}>{year}</PageLink>
        <span>{words.stories(count)}</span>
      </h2>
      <div>
        {lead && (
          <h3 {...languageOf(lead)}>
            <HeadlineLink story={lead} />
          </h3>
        )}
        <ul role="list" className="names">
          {months.map((month) => (
            <li key={month.month}>
              <PageLink to={listPath("month", month.month)}>
                <Timestamp date={month.month} style="monthName" />
              </PageLink>{" "}
              <span>{words.number(month.count)}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
