import { useState } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import type { ListKind, ListPage } from "#content/pages/listPage.ts";
import type { NamedLink } from "#content/menu.ts";
import { archivePath, dataFile, listPath, placesPath, topicsPath, yearPath } from "#content/paths.ts";
import { listQuery } from "../data/queries.ts";
import { FollowButton, MuteButton } from "../features/library/following/FollowButton.tsx";
import { listSlug, pageNumber } from "../features/lists/listAddress.ts";
import { ListHead } from "../features/lists/ListHead.tsx";
import { canTurn, ListStories } from "../features/lists/ListStories.tsx";
import { KeepButton } from "../features/offline/kept/KeepButton.tsx";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { type Calendar, formatDateAlone, useCalendar } from "../i18n/formatDate.ts";
import { useWords } from "../i18n/words.ts";
import { ListenToList } from "./ListenToList.tsx";
import { useNewsOffer } from "../features/updates/useNewsOffer.ts";
import type { Words } from "../i18n/wordTypes.ts";

/** /topic/:slug, /section/:slug, /author/:slug, /place/:slug, /thread/:slug, /latest, /archive/:year/:month, each also with /page/:page */
export function ListPage({ kind }: { kind: ListKind }) {
  const params = useParams();
  const { data: list } = useSuspenseQuery(listQuery(kind, listSlug(kind, params), pageNumber(params)));
  const newest = { file: dataFile(listPath(list.kind, list.slug)), ...(kind !== "latest" && { count: list.count }) };
  useNewsOffer(list.page === undefined ? newest : undefined);
  const words = useWords();
  const calendar = useCalendar();
  const title = listTitle(list, words, calendar);
  const { kind: subjectKind, slug, name } = list;
  const [turned, setTurned] = useState<string>();
  const isOldestFirst = turned === slug;
  const subject = subjectKind === "latest" || subjectKind === "month" ? undefined : { kind: subjectKind, slug, name };
  return (
    <>
      <Title of={list.page === undefined ? title : words.pageOf(title, list.page)} />
      <Masthead section={kind === "section" ? list.slug : undefined} alternates={list.alternates} />
      <Breadcrumbs trail={trailTo(list, words)} />
      <main id="main" className="page">
        <ListHead list={list} title={title} tool={subject ? <FollowButton subject={subject} /> : <ListenToList list={list} />}>
          {subject && <MuteButton subject={subject} />}
          {subject && <ListenToList list={list} />}
          <KeepButton list={list} />
          {canTurn(list) && (
            <button type="button" className="button quiet needs-script" onClick={() => setTurned(isOldestFirst ? undefined : slug)}>
              {isOldestFirst ? words.newestOnTop : words.oldestOnTop}
            </button>
          )}
        </ListHead>
        <ListStories key={listPath(list.kind, list.slug, list.page)} list={list} isOldestFirst={isOldestFirst} />
      </main>
    </>
  );
}

/** The pages above a list. */
function trailTo({ kind, slug }: ListPage, words: Words): NamedLink[] {
  if (kind === "topic") return [{ name: words.topicsAToZ, url: topicsPath }];
  if (kind === "place") return [{ name: words.placesAToZ, url: placesPath }];
  if (kind !== "month") return [];
  const year = slug.slice(0, 4);
  return [
    { name: words.archiveByDate, url: archivePath },
    { name: year, url: yearPath(year) },
  ];
}

/** The title of a list: "Europol news", "Science", "The latest", "April 2024". */
function listTitle(list: ListPage, words: Words, calendar: Calendar): string {
  switch (list.kind) {
    case "topic":
    case "place":
      return words.newsOf(list.name);
    case "section":
    case "author":
    case "thread":
      return list.name;
    case "latest":
      return words.latest;
    case "month":
      return formatDateAlone(list.slug, "month", calendar);
  }
}
