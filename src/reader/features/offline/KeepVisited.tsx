import { useEffect } from "react";
import type { Article } from "#content/article.ts";
import type { StaticPage } from "#content/pages/staticPage.ts";
import { keepVisited } from "./noteVisited.ts";
import { whenIdle } from "#loading/early/idle.ts";

/** Keeps the pictures of the open story or static page on the device, and the pages of its topics, unless it is left at once. */
export function KeepVisited({ page }: { page: Article | StaticPage }) {
  useEffect(() => whenIdle(() => void keepVisited(page)), [page]);
  return null;
}
