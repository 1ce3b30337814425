import { useQuery } from "@tanstack/react-query";
import { useMatch } from "react-router";
import type { Article } from "#content/article.ts";
import { articleQuery } from "../../data/queries.ts";

/** The story that is open, when its page has it. */
export function useOpenArticle(): Article | undefined {
  const slug = useMatch("/article/:slug")?.params.slug ?? "";
  return useQuery({ ...articleQuery(slug), enabled: false }).data?.article;
}
