import { type Day, type ListPage, shownOnNewest } from "#content/listPage.ts";
import { listPath } from "#content/paths.ts";
import { inWindow, useIsWhole } from "../../hydration/useIsWhole.ts";
import { Pager } from "./Pager.tsx";
import { TeaserCard } from "../../teasers/TeaserCard.tsx";
import type { TeaserMetaStyle } from "../../teasers/TeaserMeta.tsx";
import { Timestamp } from "../../ui/Timestamp.tsx";
import { useWords } from "../../i18n/words.ts";

/** The stories of a list by their days, and the way to older ones. */
export function ListStories({ list }: { list: ListPage }) {
  const days = list.page === undefined ? firstOf(list.days, shownOnNewest(list)) : list.days;
  const most = useIsWhole() ? Infinity : inWindow();
  const isWhole = most >= storiesOf(days).length;
  return (
    <>
      {days.map((day, place) => (
        <ListDay
          key={day.date}
          day={day}
          above={storiesOf(days.slice(0, place)).length}
          most={most}
          meta={list.kind === "place" ? "author" : "place"}
        />
      ))}
      {isWhole ? <Pager list={list} to={(page) => listPath(list.kind, list.slug, page)} /> : <div className="coming" />}
    </>
  );
}

const storiesOf = (days: Day[]) => days.flatMap(({ teasers }) => teasers);

/** The days of the first stories; of the last of them only what is among these. */
function firstOf(days: Day[], most: number): Day[] {
  let left = most;
  return days.flatMap(({ date, teasers }) => {
    const first = teasers.slice(0, Math.max(0, left));
    left -= teasers.length;
    return first.length > 0 ? [{ date, teasers: first }] : [];
  });
}

type Props = {
  day: Day;
  /** How many stories stand above it. */
  above: number;
  /** How many stories of the list there is room for. A day without any is not shown. */
  most: number;
  meta: TeaserMetaStyle;
};

/** How many stories of a list show their pictures on a small first screen. */
const FIRST = 2;

/** The stories of one day, under a date that stays in view beside them. */
function ListDay({ day, above, most, meta }: Props) {
  const words = useWords();
  if (most <= above) return null;
  const id = `day-${day.date}`;
  return (
    <section className="day" aria-labelledby={id}>
      <h2 className="label" id={id}>
        <Timestamp date={day.date} style="weekday" />
        {day.teasers.length > 1 && <span>{words.stories(day.teasers.length)}</span>}
      </h2>
      <ol role="list" className="items">
        {day.teasers.slice(0, most - above).map((teaser, place) => (
          <li key={teaser.slug}>
            <TeaserCard teaser={teaser} shape="brief" meta={meta} first={above + place < FIRST} />
          </li>
        ))}
      </ol>
    </section>
  );
}
