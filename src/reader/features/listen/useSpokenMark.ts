import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import { useLocation } from "react-router";
import { decoded } from "#content/decoded.ts";
import { articlePath } from "#content/paths.ts";
import { bringIntoView, isInView } from "../../ui/bringIntoView.ts";
import { markRanges } from "../../ui/markRanges.ts";
import type { PlayerState } from "./player.ts";
import { spokenRange } from "./spokenRange.ts";

/**
 * Marks the sentence that is being read on its story's page, and keeps it in
 * view, unless the reader scrolls away: until it is in view again, they are left alone.
 * @returns whether the story is on the page, and how to go back to the sentence
 */
export function useSpokenMark({ article, parts, part, sentence, voice }: PlayerState): { here: boolean; goThere: () => void } {
  const { pathname } = useLocation();
  const here = decoded(pathname) === decoded(articlePath(article.slug));
  const marked = useRef<Range>(undefined);
  const away = useRef(false);
  useScrollingHand(() => {
    away.current = true;
  });

  useEffect(() => {
    if (!here || !voice) return;
    const range = spokenRange({ parts, part, sentence });
    if (!range) return;
    if (away.current) away.current = !(isInView(range) || (marked.current && isInView(marked.current)));
    if (!away.current && !isInView(range)) bringIntoView(range);
    marked.current = range;
    return markRanges("spoken", [range]);
  }, [here, parts, part, sentence, voice]);

  const goThere = useCallback(() => {
    away.current = false;
    if (marked.current) bringIntoView(marked.current);
  }, []);
  return { here, goThere };
}

const SCROLLING_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

/** Tells when the reader scrolls by hand; what the page scrolls by itself does not count. */
function useScrollingHand(onHand: () => void): void {
  const tell = useEffectEvent(onHand);
  useEffect(() => {
    const onEvent = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || SCROLLING_KEYS.has(event.key)) tell();
    };
    // A press on the scroll bar is a press on the document itself.
    const onPress = ({ target }: Event) => {
      if (target === document.documentElement) tell();
    };
    const hands = ["wheel", "touchmove", "keydown"];
    for (const hand of hands) document.addEventListener(hand, onEvent, { passive: true });
    document.addEventListener("pointerdown", onPress);
    return () => {
      for (const hand of hands) document.removeEventListener(hand, onEvent);
      document.removeEventListener("pointerdown", onPress);
    };
  }, []);
}
