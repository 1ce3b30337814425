import { useEffect } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { decoded } from "#content/decoded.ts";
import { recall } from "../../../navigation/historyEntry.ts";
import { foundWordsOf } from "../../../navigation/foundState.ts";
import { bringIntoView } from "../../../ui/bringIntoView.ts";
import { markRanges } from "../../../ui/markRanges.ts";

/**
 * Marks the place that the address names (a paragraph, a note or a passage), or
 * the passage that a search has found. Browsers hide the text fragments that they
 * handle from scripts; those still visible come from links inside the app, or the
 * browser does not support them. A reader who comes back is not moved.
 */
export function StoryPlace() {
  const { key, hash, state } = useLocation();
  const type = useNavigationType();
  useEffect(() => {
    const back = type === NavigationType.Pop && recall(key).y !== undefined;
    const lead = back ? () => {} : bringIntoView;
    const found = foundWordsOf(state);
    const [id = "", directive] = hash.slice(1).split(":~:");
    if (found) return markFound(found, lead);
    return directive === undefined ? markElement(id) : markPassages(directive, id, lead);
  }, [key, hash, state, type]);
  return null;
}

type Lead = (place: Range | HTMLElement) => void;

function markElement(id: string): (() => void) | undefined {
  const element = document.querySelector<HTMLElement>(`.prose :is(p, li)[id="${CSS.escape(decoded(id))}"]`);
  element?.toggleAttribute("data-here", true);
  return () => element?.removeAttribute("data-here");
}

function markFound(words: ReadonlySet<string>, lead: Lead): () => void {
  return whenLoaded(import("./findFound.ts"), ({ findFound }) => {
    const found = findFound(words);
    if (!found) return undefined;
    if (found.within) lead(found.range);
    return markRanges("passage", [found.range]);
  });
}

function markPassages(directive: string, id: string, lead: Lead): () => void {
  return whenLoaded(import("./findPassages.ts"), ({ findPassages }) => {
    const passages = findPassages(directive);
    const place = passages[0] ?? document.getElementById(decoded(id));
    if (place) lead(place);
    return passages.length > 0 ? markRanges("passage", passages) : markElement(id);
  });
}

/** Marks something once the code for it has loaded. If it fails to load, the story is shown without the mark. */
function whenLoaded<T>(code: Promise<T>, mark: (code: T) => (() => void) | undefined): () => void {
  let leave: (() => void) | undefined;
  let gone = false;
  void code.then(
    (loaded) => {
      if (!gone) leave = mark(loaded);
    },
    () => {},
  );
  return () => {
    gone = true;
    leave?.();
  };
}
