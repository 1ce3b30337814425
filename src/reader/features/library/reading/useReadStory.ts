import { useEffect } from "react";
import type { Article } from "#content/article.ts";
import { noteRead } from "../../../data/library/noteRead.ts";
import { placeInView } from "./placeInText.ts";
import { progressOf } from "./progressOf.ts";

/** How long a story must be open, in seconds, before its middle counts: a glance at its end is not reading. */
const LEAST = 5;

/** Notes the open story as opened, and as read once half of it has passed the window, or it was visible for as long as it takes to read. */
export function useReadStory(article: Article | undefined): void {
  useEffect(() => {
    if (!article) return;
    void noteRead(article, "opened");
    let seconds = 0;
    // Where the page stands is measured only after it has moved. Pages scroll in a box of their own.
    let moved = true;
    const onScroll = () => {
      moved = true;
    };
    addEventListener("scroll", onScroll, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (document.hidden) return;
      seconds += 1;
      if (seconds < LEAST) return;
      const half = moved && isHalfRead(article);
      moved = false;
      if (!half && seconds < article.readingMinutes * 60) return;
      clearInterval(timer);
      void noteRead(article, "read");
    }, 1000);
    return () => {
      clearInterval(timer);
      removeEventListener("scroll", onScroll, { capture: true });
    };
  }, [article]);
}

function isHalfRead(article: Article): boolean {
  const place = placeInView();
  return place !== undefined && (place.atEnd || progressOf(article, place).done >= 0.5);
}
