import { useEffect, useLayoutEffect } from "react";
import { createPortal } from "react-dom";
import { useEdition } from "../../shell/EditionContext.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWords } from "../../words/words.ts";
import { useCopying } from "../copy/CopyContext.ts";
import { placeBeside } from "../placeBeside.ts";
import { storyUrl } from "../storyUrl.ts";
import { usePassage } from "./usePassage.ts";
import "../../ui/button.css";
import "./passageTool.css";

/** Below a selection on a touch screen hang the handles by which it is pulled, in pixels. */
const HANDLES = 36;

/**
 * Offers the link to a selected passage: under it, and right after its paragraph
 * in the order of the keyboard. It is a guest in the text, which React does not know of.
 */
export function PassageTool({ slug }: { slug: string }) {
  const words = useWords();
  const edition = useEdition();
  const { copy, copied } = useCopying();
  const passage = usePassage();

  useEffect(() => {
    // By the time of the click the code is here; Safari copies nothing that comes later.
    if (passage) void import("./passageHash.ts").catch(() => {});
  }, [passage]);
  useLayoutEffect(() => {
    const lines = passage ? [...passage.range.getClientRects()] : [];
    const [first, last] = [lines[0], lines.at(-1)];
    if (!passage || !first || !last) return;
    const around = new DOMRect(last.left, first.top, last.width, last.bottom - first.top);
    placeBeside(passage.host, around, window.matchMedia("(pointer: coarse)").matches ? HANDLES : undefined);
  }, [passage]);

  if (!passage) return null;
  const onClick = async () => {
    const hash = await import("./passageHash.ts").then(
      ({ passageHash }) => passageHash(passage.range),
      () => undefined,
    );
    await copy(storyUrl(slug, hash ?? paragraphHash(passage.range)), "passage");
  };
  return createPortal(
    <button
      className="button quiet"
      type="button"
      lang={edition?.language}
      dir={edition?.direction}
      // The press must not undo the selection that it is about.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => void onClick()}
    >
      <Icon name="link" />
      {copied === "passage" ? words.copied : words.copyPassage}
    </button>,
    passage.host,
  );
}

/** Where no words single the passage out, its paragraph has to do. */
function paragraphHash({ startContainer: start }: Range): string {
  const paragraph = (start instanceof Element ? start : start.parentElement)?.closest(".prose > [id]");
  return paragraph ? `#${paragraph.id}` : "";
}
