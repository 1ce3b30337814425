import { useEffect, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useEdition, useEditionLanguage } from "../../../edition/EditionContext.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { useWords } from "../../../i18n/words.ts";
import { useCopying } from "../../../ui/CopyContext.ts";
import type { highlightParts } from "./highlightParts.tsx";
import { placeBeside } from "../../../ui/placeBeside.ts";
import { storyUrl } from "../../../edition/storyUrl.ts";
import { hostAfter } from "./hostAfter.ts";
import "../../../ui/button.css";
import "./selectionToolbar.css";

/** The height of the handles below a selection on a touch screen, in pixels. */
const HANDLES = 36;

/**
 * Offers a link to a selected passage, and highlights: under it, and right after its paragraph in the tab order.
 * React does not know of its host element within the text.
 */
export function SelectionToolbar({ story }: { story: { slug: string; headline: string } }) {
  const words = useWords();
  const edition = useEdition();
  const { copy, copied } = useCopying();
  const passage = useSelectedPassage();
  const [parts, setParts] = useState<Awaited<ReturnType<typeof highlightParts>>>();
  const styled = useLazyStyles(passage !== undefined);
  const language = useEditionLanguage();

  useEffect(() => {
    // Loaded before the click: Safari copies nothing that comes later.
    if (!passage) return;
    void import("./textFragment.ts").catch(() => {});
    // If it does not load, there is only the link.
    void import("./highlightParts.tsx").then(({ highlightParts }) => highlightParts(language)).then(setParts, () => {});
  }, [passage, language]);
  // Its width depends on what it offers.
  const whole = parts !== undefined;
  useLayoutEffect(() => {
    const lines = passage ? [...passage.range.getClientRects()] : [];
    const [first, last] = [lines[0], lines.at(-1)];
    if (!passage || !first || !last) return;
    const around = new DOMRect(last.left, first.top, last.width, last.bottom - first.top);
    placeBeside(passage.host, around, window.matchMedia("(pointer: coarse)").matches ? HANDLES : undefined);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [passage, whole, styled]);

  if (!passage || !styled) return null;
  const onClick = async () => {
    const hash = await import("./textFragment.ts").then(
      ({ textFragment }) => textFragment(passage.range),
      () => undefined,
    );
    await copy(storyUrl(story.slug, hash ?? paragraphHash(passage.range)), "passage");
  };
  return createPortal(
    <div role="group" aria-label={parts?.label} lang={edition?.language} dir={edition?.direction}>
      {parts && <parts.Tools story={story} range={passage.range} />}
      <button
        className="button quiet"
        type="button"
        // The press must not clear the selection that it is about.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => void onClick()}
      >
        <Icon name={copied === "passage" ? "check" : "link"} />
        <span>{copied === "passage" ? words.copied : words.copyPassage}</span>
      </button>
    </div>,
    passage.host,
  );
}

/** The hash of a passage's paragraph, for a passage that no words identify. */
function paragraphHash({ startContainer: start }: Range): string {
  const paragraph = (start instanceof Element ? start : start.parentElement)?.closest(".prose > [id]");
  return paragraph ? `#${paragraph.id}` : "";
}

/** How long a selection must stay unchanged before it counts as made, in milliseconds. */
const REST = 300;

type Passage = { range: Range; host: HTMLElement };

/** The passage of the story's text that the reader has selected, and a host element for the toolbar beside it. */
function useSelectedPassage(): Passage | undefined {
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
