import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import type { SpokenPart } from "#content/spokenParts.ts";
import { bringIntoView, isInView } from "./bringIntoView.ts";
import { markRanges } from "./markRanges.ts";
import { spokenRange } from "./spokenRange.ts";

/**
 * Marks the sentence that is being read aloud on its story's page, and keeps it in
 * view. If the reader scrolls away, the page leaves them alone until it is in view again.
 * @param part the part that contains it; undefined marks nothing
 * @returns a function that scrolls back to the sentence
 */
export function useSpokenMark(part: SpokenPart | undefined, sentence: number): () => void {
  const marked = useRef<Range>(undefined);
  const away = useRef(false);
  useScrollingHand(() => {
    away.current = true;
  });

  useEffect(() => {
    const range = part && spokenRange(part, sentence);
    if (!range) return;
    if (away.current) away.current = !(isInView(range) || (marked.current && isInView(marked.current)));
    if (!away.current && !isInView(range)) bringIntoView(range);
    marked.current = range;
    return markRanges("spoken", [range]);
  }, [part, sentence]);

  return useCallback(() => {
    away.current = false;
    if (marked.current) bringIntoView(marked.current);
  }, []);
}

const SCROLLING_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

/** Calls back when the reader scrolls or turns pages by hand; what the page scrolls by itself does not count. */
function useScrollingHand(onHand: () => void): void {
  const onScroll = useEffectEvent(onHand);
  useEffect(() => {
    const onEvent = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || SCROLLING_KEYS.has(event.key)) onScroll();
    };
    // A press on the scroll bar targets the document element.
    const onPress = ({ target }: Event) => {
      if (target === document.documentElement) onScroll();
    };
    const hands = ["wheel", "touchmove", "keydown", "pageturn"];
    for (const hand of hands) document.addEventListener(hand, onEvent, { passive: true });
    document.addEventListener("pointerdown", onPress);
    return () => {
      for (const hand of hands) document.removeEventListener(hand, onEvent);
      document.removeEventListener("pointerdown", onPress);
    };
  }, []);
}
