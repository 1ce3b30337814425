import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate } from "react-router";
import * as v from "valibot";
import { dataFile, frontFile, latestPath } from "#content/paths.ts";
import { fetchJson } from "../../data/fetchJson.ts";
import { editionQuery } from "../../data/queries.ts";
import { type News, newsSeen, useNews } from "./news.ts";
import { makeOffer, withdrawOffer } from "../../toasts/offers.ts";
import type { Words } from "../../i18n/wordTypes.ts";

const latestFile = dataFile(latestPath);

const CountSchema = v.object({ count: v.number() });

/** A page that lists stories: its file and, unless it covers the whole edition, how many stories it says there are. */
type NewsPage = { file: string; count?: number | undefined };

/**
 * Offers new stories on a page that lists stories. They are loaded when the reader
 * takes the offer, so that nothing moves before. For a list, its file is fetched
 * first to find out how many of the new stories belong to it.
 * @param page undefined for a page that never changes
 */
export function useNewsOffer(page: NewsPage | undefined): void {
  const client = useQueryClient();
  const news = useNews();
  const { file, count: shown } = page ?? {};
  useEffect(() => {
    if (file === undefined || news.count === 0) return;
    const queryKey = ["data", file];
    if ((client.getQueryState(queryKey)?.dataUpdatedAt ?? 0) > news.at) {
      if (file === frontFile || file === latestFile) newsSeen();
      return;
    }
    const stop = new AbortController();
    const take = async () => {
      newsSeen();
      await Promise.all([queryKey, editionQuery().queryKey].map((key) => client.refetchQueries({ queryKey: key, exact: true })));
      scrollTo(0, 0);
    };
    const offer = ({ count, more }: Pick<News, "count" | "more">) => {
      if (count > 0 && !stop.signal.aborted) makeOffer({ id: "fresh", text: textOf(count, more), take: () => void take() });
    };
    // If the number is unknown, nothing is offered.
    const offerOwn = async () =>
      offer({ count: v.parse(CountSchema, await fetchJson(file, stop.signal)).count - (shown ?? 0), more: false });
    if (shown === undefined) offer(news);
    else offerOwn().catch(() => {});
    return () => {
      stop.abort();
      withdrawOffer("fresh");
    };
  }, [client, news, file, shown]);
}

/**
 * Offers new stories to someone who is reading a story: the offer leads to the latest stories.
 * @param isChanged whether the story itself has changed, which is offered instead
 */
export function useNewsElsewhere(isChanged: boolean): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { count, more } = useNews();
  useEffect(() => {
    if (count === 0 || isChanged) return;
    const take = () => {
      newsSeen();
      client.removeQueries({ queryKey: ["data", latestFile], exact: true });
      void navigate(latestPath);
    };
    makeOffer({ id: "fresh", text: textOf(count, more), take });
    return () => withdrawOffer("fresh");
  }, [client, navigate, count, more, isChanged]);
}

const textOf = (count: number, more: boolean) => (words: Words) => (more ? words.newStoriesAtLeast(count) : words.newStories(count));
