import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useLayoutEffect } from "react";
import { subjectId } from "#content/library/subjectId.ts";
import { articleQuery, listQuery } from "../../../data/queries.ts";
import { useLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { useMissedLine } from "../catchUp/useMissedLine.ts";
import { mergeStories, newIn, storiesOf } from "../following/newStories.ts";
import { seenBefore } from "../following/visit.ts";
import { useLibrary, useReady } from "../../../data/library/useLibrary.ts";
import { Home } from "./Home.tsx";

/** The reader's own part of the front page, and its place: under the paper's lead, or at the end of the page. */
export type HomePlace = { place: "lead" | "end"; part: ReactNode };

type Props = {
  /** Slugs of the stories at the start of the page, which are not repeated. */
  excludedSlugs: readonly string[];
  /** Whether the page has been painted: then nothing that the reader sees may move. */
  isDrawn: () => boolean;
  onHome: (home: HomePlace | undefined) => void;
};

/** The most stories in the reader's own part, and the most of them that were begun. */
const MOST = 4;
const MOST_UNFINISHED = 2;

/** How many of the subjects that the reader follows are loaded, the last followed first. */
const MOST_FOLLOWED = 6;

/**
 * Gathers the reader's own part of the front page: stories that they have begun, and
 * new ones in the subjects that they follow. Once everything has loaded, it is
 * inserted where it is not in view.
 */
export function HomeLoader({ excludedSlugs, isDrawn, onHome }: Props) {
  const isReady = useReady();
  const isStyled = useLazyStyles(isReady);
  const positions = [...useLibrary("position").values()].toSorted((a, b) => b.at - a.at).slice(0, MOST_UNFINISHED);
  const followed = [...useLibrary("followed").values()].toSorted((a, b) => b.followedAt - a.followedAt).slice(0, MOST_FOLLOWED);
  const articles = useQueries({ queries: positions.map(({ slug }) => ({ ...articleQuery(slug), retry: false })) });
  const lists = useQueries({ queries: followed.map(({ kind, slug }) => ({ ...listQuery(kind, slug), retry: false })) });
  const isWaiting = !isReady || !isStyled || [...articles, ...lists].some(({ isPending }) => isPending);

  const unfinished = articles.flatMap(({ data }, at) => (data && positions[at] ? [{ article: data.article, place: positions[at] }] : []));
  const taken = new Set([...excludedSlugs, ...unfinished.map(({ article }) => article.slug)]);
  const ofLists = lists.map(({ data }) => (data ? storiesOf(data) : []));
  const since = followed.map((subject) => seenBefore(subjectId(subject.kind, subject.slug), subject));
  const fresh = mergeStories(lists.map(({ data }, at) => (data && since[at] ? newIn(data, since[at]) : [])));
  const isFresh = new Set(fresh.map(({ slug }) => slug));
  const others = mergeStories(ofLists).filter(({ slug }) => !isFresh.has(slug));
  const stories = [...fresh, ...others].filter(({ slug }) => !taken.has(slug)).slice(0, MOST - unfinished.length);
  const missed = useMissedLine();
  const isEmpty = unfinished.length + stories.length === 0 && missed === undefined;
  const key =
    isWaiting || isEmpty ? "" : [...unfinished.map(({ place }) => `${place.slug} ${place.at}`), ...taken, fresh.length, missed].join();

  useLayoutEffect(() => {
    if (isWaiting) return;
    const part = <Home unfinished={unfinished} stories={stories} fresh={fresh.length} missed={missed} />;
    onHome(isEmpty ? undefined : { place: isDrawn() && isInView() ? "end" : "lead", part });
    // The key stands for all that it is made of.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return null;
}

/** Whether what follows the lead is in view, or has been scrolled past. */
function isInView(): boolean {
  const lead = document.querySelector("main > .top");
  return lead !== null && lead.getBoundingClientRect().bottom < innerHeight;
}
