import { useMemo } from "react";
import { type Day, type ListPage, shownOf } from "#content/pages/listPage.ts";
import { listPath } from "#content/paths.ts";
import { hydrateInSight } from "#loading/hydration/hydrateInSight.tsx";
import { mostInWindow, useIsWhole } from "#loading/hydration/useIsWhole.ts";
import { Pager } from "./Pager.tsx";
import { TeaserCard } from "../../teasers/TeaserCard.tsx";
import type { TeaserMetaStyle } from "../../teasers/TeaserMeta.tsx";
import { Timestamp } from "../../ui/Timestamp.tsx";
import { useWords } from "../../i18n/words.ts";

const DayInSight = hydrateInSight(ListDay, ({ day }) => `.day[aria-labelledby="${headingOf(day)}"]`);

/** The stories of a list by day, and links to its other pages. */
export function ListStories({ list, isOldestFirst }: { list: ListPage; isOldestFirst: boolean }) {
  const all = useMemo(() => {
    const newestFirst = firstOf(list.days, shownOf(list));
    return isOldestFirst ? turned(newestFirst) : newestFirst;
  }, [list, isOldestFirst]);
  const most = useIsWhole() ? Infinity : mostInWindow();
  const days = useMemo(() => firstOf(all, most), [all, most]);
  const isWhole = storiesOf(days).length === storiesOf(all).length;
  return (
    <>
      {days.map((day, place) => (
        <DayInSight
          key={day.date}
          day={day}
          count={all[place]?.teasers.length ?? 0}
          above={storiesOf(days.slice(0, place)).length}
          meta={list.kind === "place" ? "author" : "place"}
        />
      ))}
      {isWhole ? <Pager list={list} to={(page) => listPath(list.kind, list.slug, page)} /> : <div className="coming" />}
    </>
  );
}

/** Whether a list can be read from its beginning: a thread that stands on one page. */
export const canTurn = (list: ListPage): boolean =>
  list.kind === "thread" && storiesOf(firstOf(list.days, shownOf(list))).length === list.count;

const storiesOf = (days: Day[]) => days.flatMap(({ teasers }) => teasers);

const turned = (days: Day[]): Day[] => days.toReversed().map(({ date, teasers }) => ({ date, teasers: teasers.toReversed() }));

/** The days with the first stories, of which the last day may be cut short. */
function firstOf(days: Day[], most: number): Day[] {
  let left = most;
  return days.flatMap(({ date, teasers }) => {
    const first = teasers.slice(0, Math.max(0, left));
    left -= teasers.length;
    return first.length > 0 ? [{ date, teasers: first }] : [];
  });
}

type Props = {
  /** With the stories drawn so far. */
  day: Day;
  /** How many stories the day has when all are drawn. */
  count: number;
  /** How many stories of the list are above it. */
  above: number;
  meta: TeaserMetaStyle;
};

/** How many pictures of a list are visible on a phone's first screen. */
const FIRST = 2;

const headingOf = (day: Day): string => `day-${day.date}`;

/** The stories of one day, with a date that stays in view beside them. */
function ListDay({ day, count, above, meta }: Props) {
  const words = useWords();
  const id = headingOf(day);
  return (
    <section className="day" aria-labelledby={id}>
      <h2 className="label" id={id}>
        <Timestamp date={day.date} style="weekday" />
        {count > 1 && <span>{words.stories(count)}</span>}
      </h2>
      {day.teasers.map((teaser, place) => (
        <TeaserCard key={teaser.slug} teaser={teaser} shape="brief" meta={meta} first={above + place < FIRST} />
      ))}
    </section>
  );
}
