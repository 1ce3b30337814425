import { useEffect } from "react";
import { useLocation } from "react-router";
import { bringIntoView } from "../../ui/bringIntoView.ts";
import { markRanges } from "../../ui/markRanges.ts";

/**
 * Marks the place that the address names: a paragraph, a note, or a passage. A
 * browser that knows text fragments keeps them to itself; those that we still see
 * come from links inside the app, or reached a browser that does not know them.
 */
export function StoryPlace() {
  const { hash } = useLocation();
  useEffect(() => {
    const [id = "", directive] = hash.slice(1).split(":~:");
    return directive === undefined ? markElement(id) : markPassages(directive, id);
  }, [hash]);
  return null;
}

function markElement(id: string): (() => void) | undefined {
  const element = document.querySelector<HTMLElement>(`.prose :is(p, li)[id="${CSS.escape(decoded(id))}"]`);
  element?.toggleAttribute("data-here", true);
  return () => element?.removeAttribute("data-here");
}

function markPassages(directive: string, id: string): () => void {
  let leave: (() => void) | undefined;
  let gone = false;
  void import("./findPassages.ts").then(
    ({ findPassages }) => {
      if (gone) return;
      const passages = findPassages(directive);
      leave = passages.length > 0 ? markRanges("passage", passages) : markElement(id);
      const place = passages[0] ?? document.getElementById(decoded(id));
      if (place) bringIntoView(place);
    },
    // Without the code the reader has the story, only not its passage.
    () => {},
  );
  return () => {
    gone = true;
    leave?.();
  };
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
