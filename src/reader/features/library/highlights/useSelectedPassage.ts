import { useEffect, useState } from "react";
import { hostAfter } from "./hostAfter.ts";

/** How long a selection stays unchanged before it is taken as made, in milliseconds. */
const REST = 300;

export type Passage = { range: Range; host: HTMLElement };

/** The passage of the story's text that the reader has selected, and a place for something of ours beside it. */
export function useSelectedPassage(): Passage | undefined {
  const [passage, setPassage] = useState<Passage>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onSelection = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setPassage(selectedPassage()), REST);
    };
    document.addEventListener("selectionchange", onSelection);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", onSelection);
    };
  }, []);
  useEffect(() => () => passage?.host.remove(), [passage]);
  return passage;
}

function selectedPassage(): Passage | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const { commonAncestorContainer: around } = range;
  const element = around instanceof Element ? around : around.parentElement;
  if (!element?.closest(".prose") || !/[\p{L}\p{N}]/u.test(range.toString())) return undefined;
  const host = hostAfter(range, "passage-tool");
  return host && { range, host };
}
