import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Article } from "#content/article.ts";
import { articleQuery } from "../../data/queries.ts";
import { useNews } from "./news.ts";
import { makeOffer, withdrawOffer } from "../../toasts/offers.ts";

/** Offers the new version of a story that changes while it is open; a live blog offers its posts itself. @returns whether there is one */
export function useChangeOffer({ slug, dateModified, datePublished, liveBlog }: Article): boolean {
  const client = useQueryClient();
  const { changed } = useNews();
  const at = changed.find(([changedSlug]) => changedSlug === slug)?.[1];
  const isNewer = at !== undefined && !liveBlog && Date.parse(at) > Date.parse(dateModified ?? datePublished);
  useEffect(() => {
    if (!isNewer) return;
    makeOffer({
      id: "fresh",
      text: (words) => words.storyUpdated,
      label: (words) => words.show,
      take: () => void client.refetchQueries({ queryKey: articleQuery(slug).queryKey, exact: true }),
    });
    return () => withdrawOffer("fresh");
  }, [client, isNewer, slug]);
  return isNewer;
}
