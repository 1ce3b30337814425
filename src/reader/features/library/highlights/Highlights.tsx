import { type ComponentType, useEffect, useState } from "react";
import type { Article } from "#content/article.ts";
import { whenIdle } from "../../../hydration/early/idle.ts";
import { useEdition } from "../../../edition/EditionContext.ts";

/** Brings the highlights of a story when the page has loaded and nobody waits for anything. */
export function Highlights({ article }: { article: Article }) {
  const language = useEdition()?.language ?? "en";
  const [part, setPart] = useState<{ Layer: ComponentType<{ article: Article }> }>();
  useEffect(
    () =>
      // Without them the story is whole; the next one asks again.
      whenIdle(() => void import("./highlightParts.tsx").then(({ highlightParts }) => highlightParts(language)).then(setPart, () => {})),
    [language],
  );
  return part && <part.Layer article={article} />;
}
