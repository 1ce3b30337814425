import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { archivePath, listPath, yearPath } from "#content/paths.ts";
import { archiveQuery } from "../data/queries.ts";
import { NothingYet } from "../list/NothingYet.tsx";
import { Masthead } from "../shell/Masthead.tsx";
import { Title } from "../shell/Title.tsx";
import { Timestamp } from "../ui/Timestamp.tsx";
import { useWords } from "../words/words.ts";
import "../list/list.css";
import "../list/letters.css";
import { PageLink } from "../ui/PageLink.tsx";

/** /archive and /archive/:year */
export function ArchivePage() {
  const words = useWords();
  const { year } = useParams();
  const { data: archive } = useSuspenseQuery(archiveQuery(year));
  const title = archive.year ?? words.archiveByDate;
  return (
    <>
      <Title of={title} />
      <Masthead />
      <main id="main" className="page">
        <header className="list-head">
          {archive.year && (
            <p className="kicker">
              <PageLink to={archivePath}>{words.archive}</PageLink>
            </p>
          )}
          <h1 tabIndex={-1}>{title}</h1>
          {archive.years.length === 0 && <NothingYet />}
        </header>
        {archive.years.map(({ year: name, count, months }) => (
          <section key={name} className="day index" aria-labelledby={`year-${name}`}>
            <h2 id={`year-${name}`}>
              {archive.year ? name : <PageLink to={yearPath(name)}>{name}</PageLink>}
              <span>{words.stories(count)}</span>
            </h2>
            <ul className="names">
              {months.map((month) => (
                <li key={month.month}>
                  <PageLink to={listPath("month", month.month)}>
                    <Timestamp date={month.month} style="monthName" />
                  </PageLink>{" "}
                  <span>{words.number(month.count)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </>
  );
}
