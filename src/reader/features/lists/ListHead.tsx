import type { ReactNode } from "react";
import type { ListPage } from "#content/pages/listPage.ts";
import { archivePath, listPath, placesPath, podcastPath, subjectPath, topicsPath, yearPath } from "#content/paths.ts";
import { Listed } from "../../i18n/Listed.tsx";
import { useWords } from "../../i18n/words.ts";
import "../../teasers/list.css";
import { PageLink } from "../../ui/PageLink.tsx";
import { Timestamp } from "../../ui/Timestamp.tsx";
import { ListTools, PodcastLink } from "./ListTools.tsx";
import { Profile } from "./Profile.tsx";
import { TimeNav } from "./TimeNav.tsx";

type Props = {
  list: ListPage;
  title: string;
  /** What the newest page offers first of all. */
  tool: ReactNode;
  /** What it offers besides. */
  children: ReactNode;
};

/** From how many characters on a name is smaller on a phone, where it would take the place of the first story: of a thread, it may be a headline. */
const LONG = 32;

/** The head of a list: kicker, name and size, tools, description, profile, and related subjects. */
export function ListHead({ list, title, tool, children }: Props) {
  const words = useWords();
  return (
    <header className="list-head">
      <ListKicker list={list} />
      <h1 tabIndex={-1} className={title.length > LONG ? "long" : undefined}>
        <bdi>{title}</bdi> {list.count !== undefined && <small>{words.stories(list.count)}</small>}
        {list.page !== undefined && <small>{words.page(list.page)}</small>}
      </h1>
      {list.page === undefined && (
        <ListTools tool={tool} count={list.count}>
          {children}
          {list.podcast && list.kind !== "month" && <PodcastLink path={podcastPath(list.kind, list.slug)} />}
        </ListTools>
      )}
      {list.description && <p className="standfirst">{list.description}</p>}
      {list.profile && <Profile profile={list.profile} alt={list.name} />}
      {list.page !== undefined && <p className="hint">{words.oldestFirst}</p>}
      {list.calendar && <MonthNav month={list.slug} calendar={list.calendar} title={title} />}
      {list.related.length > 0 && (
        <p className="related">
          <b>{words.related}</b>{" "}
          <Listed of={list.related} name={({ name }) => name} style="row">
            {({ kind, slug, name }) => (
              <PageLink to={subjectPath(kind, slug)} dir="auto">
                {name}
              </PageLink>
            )}
          </Listed>
        </p>
      )}
    </header>
  );
}

function ListKicker({ list }: { list: ListPage }) {
  const words = useWords();
  switch (list.kind) {
    case "topic":
      return (
        <p className="kicker">
          <PageLink to={topicsPath}>{words.topics}</PageLink>
        </p>
      );
    case "place":
      return (
        <p className="kicker">
          <PageLink to={placesPath}>{words.places}</PageLink>
        </p>
      );
    case "author":
      return <p className="kicker">{list.profile?.role ?? (list.authorKind === "desk" ? words.desk : words.author)}</p>;
    case "month":
      return (
        <p className="kicker">
          <PageLink to={archivePath}>{words.archive}</PageLink> /{" "}
          <PageLink to={yearPath(list.slug.slice(0, 4))}>{list.slug.slice(0, 4)}</PageLink>
        </p>
      );
    case "section":
    case "thread":
    case "latest":
      return null;
  }
}

/** Links to the days of a month on the month's pages, whose numbers never change. A page for each day would hold a story or two. */
function MonthNav({ month, calendar, title }: { month: string; calendar: NonNullable<ListPage["calendar"]>; title: string }) {
  const { previous, next, days } = calendar;
  const monthLink = (slug: string) => ({ to: listPath("month", slug), name: <Timestamp date={slug} style="month" /> });
  return (
    <TimeNav label={title} {...(previous && { previous: monthLink(previous) })} {...(next && { next: monthLink(next) })}>
      {days.map(({ date, page }) => {
        const day = <Timestamp date={date} style="dayOfMonth" />;
        return (
          <li key={date}>
            {page === undefined ? (
              <a href={`#day-${date}`}>{day}</a>
            ) : (
              <PageLink to={`${listPath("month", month, page)}#day-${date}`}>{day}</PageLink>
            )}
          </li>
        );
      })}
    </TimeNav>
  );
}
