import { isTextHydrated } from "../../../hydration/hydratedText.ts";

/**
 * Inserts a host element right after the block of text in which a passage ends.
 * Undefined if the text has gone meanwhile, or is not hydrated yet.
 */
export function hostAfter(passage: Range, className: string): HTMLElement | undefined {
  const { endContainer, endOffset, startContainer } = passage;
  // The selection of a whole paragraph ends at the beginning of the next one.
  const end = endOffset === 0 ? startContainer : endContainer;
  const block = (end instanceof Element ? end : end.parentElement)?.closest(".prose > *");
  if (!isTextHydrated() || !block?.isConnected) return undefined;
  const host = document.createElement("div");
  host.className = className;
  host.dataset["visiting"] = "";
  block.after(host);
  return host;
}
