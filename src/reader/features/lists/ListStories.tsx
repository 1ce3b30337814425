import { useState } from "react";
import type { Day, ListPage } from "#content/listPage.ts";
import { articlePath } from "#content/paths.ts";
import { inWindow, useIsWhole } from "../../hydration/useIsWhole.ts";
import { ListDay } from "./ListDay.tsx";
import { Pager } from "./Pager.tsx";

/**
 * The stories of a list by their days, and the way to older ones.
 * @param followed the path of the page that the reader comes back from. Where it is one of the stories, those until there and a screen more are shown first
 */
export function ListStories({ list, followed }: { list: ListPage; followed: string | undefined }) {
  const stories = storiesOf(list.days);
  const [found] = useState(() => stories.findIndex(({ slug }) => articlePath(slug) === followed));
  const isPainted = useIsWhole(found >= 0);
  const most = isPainted ? Infinity : Math.max(found, 0) + inWindow();
  const isWhole = most >= stories.length;
  return (
    <>
      {list.days.map((day, place) => (
        <ListDay
          key={day.date}
          day={day}
          above={storiesOf(list.days.slice(0, place)).length}
          most={most}
          meta={list.kind === "place" ? "author" : "place"}
        />
      ))}
      {isWhole ? <Pager list={list} /> : <div className="coming" />}
    </>
  );
}

const storiesOf = (days: Day[]) => days.flatMap(({ teasers }) => teasers);
