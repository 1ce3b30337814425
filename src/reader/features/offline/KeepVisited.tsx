import { useEffect } from "react";
import type { Article } from "#content/article.ts";
import type { StaticPage } from "#content/pages/staticPage.ts";
import { keepVisited } from "./visited.ts";
import { whenIdle } from "../../hydration/early/idle.ts";

/** Keeps the story or page of the paper that is open on the device, with its page, pictures and surroundings, unless it is left at once. It shows nothing. */
export function KeepVisited({ page }: { page: Article | StaticPage }) {
  useEffect(() => whenIdle(() => void keepVisited(page)), [page]);
  return null;
}
