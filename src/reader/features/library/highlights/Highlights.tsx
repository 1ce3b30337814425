import { type ComponentType, useEffect, useState } from "react";
import type { Article } from "#content/article.ts";
import { whenIdle } from "#loading/early/idle.ts";
import { useEditionLanguage } from "../../../edition/EditionContext.ts";

/** Loads the highlights of a story once the page has loaded and the browser is idle. */
export function Highlights({ article }: { article: Article }) {
  const language = useEditionLanguage();
  const [part, setPart] = useState<{ Layer: ComponentType<{ article: Article }> }>();
  useEffect(
    () =>
      // The story is complete without them; the next one tries again.
      whenIdle(() => void import("./highlightParts.tsx").then(({ highlightParts }) => highlightParts(language)).then(setPart, () => {})),
    [language],
  );
  return part && <part.Layer article={article} />;
}
