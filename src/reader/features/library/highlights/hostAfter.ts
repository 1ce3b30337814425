import { isTextHydrated } from "#loading/hydration/hydratedText.ts";

/**
 * Inserts a host element right after the block of text in which a passage ends.
 * Undefined if the text has gone meanwhile, or is not hydrated yet.
 */
export function hostAfter(passage: Range, className: string): HTMLElement | undefined {
  if (!isTextHydrated()) return undefined;
  const blocks = [...document.querySelectorAll(".prose > :not([data-visiting])")];
  const block = blocks.findLast((each) => passage.intersectsNode(each) && hasTextOf(passage, each));
  if (!block) return undefined;
  const host = document.createElement("div");
  host.className = className;
  host.dataset["visiting"] = "";
  block.after(host);
  return host;
}

/** The selection of whole paragraphs ends at the beginning of the next one, and has nothing of that. */
function hasTextOf(passage: Range, block: Element): boolean {
  const end = passage.cloneRange();
  end.setStartBefore(block);
  return end.toString() !== "";
}
