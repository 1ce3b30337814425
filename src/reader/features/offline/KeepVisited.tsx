import { useEffect } from "react";
import type { Article } from "#content/article.ts";
import { keepVisited } from "./visited.ts";
import { whenIdle } from "../../device/whenIdle.ts";

/** Keeps the story that is open on the device, with its page, pictures and surroundings, unless it is left at once. It shows nothing. */
export function KeepVisited({ article }: { article: Article }) {
  useEffect(() => whenIdle(() => void keepVisited(article)), [article]);
  return null;
}
