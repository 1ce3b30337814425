import type { Day, ListPage } from "#content/listPage.ts";
import { useIsWhole } from "../ui/useIsWhole.ts";
import { ListDay } from "./ListDay.tsx";
import { Pager } from "./Pager.tsx";

/** How many stories a first screen holds at most. */
const SCREEN = 6;

/** The stories of a list by their days, and the way to older ones. */
export function ListStories({ list }: { list: ListPage }) {
  const isWhole = useIsWhole();
  const most = isWhole ? Infinity : SCREEN;
  return (
    <>
      {list.days.map((day, place) => (
        <ListDay key={day.date} day={day} most={most - storiesUntil(list.days, place)} meta={list.kind === "place" ? "byline" : "place"} />
      ))}
      {isWhole ? <Pager list={list} /> : <div className="coming" />}
    </>
  );
}

const storiesUntil = (days: Day[], place: number): number => days.slice(0, place).reduce((sum, { teasers }) => sum + teasers.length, 0);
