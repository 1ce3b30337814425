import { useEffect, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useEdition } from "../../../edition/EditionContext.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useLazyStyles } from "../../../hydration/lazyStyles.ts";
import { useWords } from "../../../i18n/words.ts";
import { useCopying } from "../../../ui/CopyContext.ts";
import type { highlightParts } from "./highlightParts.tsx";
import { placeBeside } from "../../../ui/placeBeside.ts";
import { storyUrl } from "../../../edition/storyUrl.ts";
import { hostAfter } from "./hostAfter.ts";
import "../../../ui/button.css";
import "./selectionToolbar.css";

/** Below a selection on a touch screen hang the handles by which it is pulled, in pixels. */
const HANDLES = 36;

/**
 * Offers what can be done with a selected passage, its link and highlights: under it, and right after its paragraph
 * in the order of the keyboard. It is a guest in the text, which React does not know of.
 */
export function SelectionToolbar({ story }: { story: { slug: string; headline: string } }) {
  const words = useWords();
  const edition = useEdition();
  const { copy, copied } = useCopying();
  const passage = useSelectedPassage();
  const [parts, setParts] = useState<Awaited<ReturnType<typeof highlightParts>>>();
  const styled = useLazyStyles(passage !== undefined);
  const language = edition?.language ?? "en";

  useEffect(() => {
    // By the time of the click the code is here; Safari copies nothing that comes later.
    if (!passage) return;
    void import("./textFragment.ts").catch(() => {});
    // Where it does not come there is the link alone.
    void import("./highlightParts.tsx").then(({ highlightParts }) => highlightParts(language)).then(setParts, () => {});
  }, [passage, language]);
  // What it offers decides how wide it is.
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
        // The press must not undo the selection that it is about.
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

/** Where no words single the passage out, its paragraph has to do. */
function paragraphHash({ startContainer: start }: Range): string {
  const paragraph = (start instanceof Element ? start : start.parentElement)?.closest(".prose > [id]");
  return paragraph ? `#${paragraph.id}` : "";
}

/** How long a selection stays unchanged before it is taken as made, in milliseconds. */
const REST = 300;

type Passage = { range: Range; host: HTMLElement };

/** The passage of the story's text that the reader has selected, and a place for something of ours beside it. */
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
