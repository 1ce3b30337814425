import { type ReactNode, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useIsTextHydrated } from "#loading/hydration/hydratedText.ts";
import { shortened } from "./shortened.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import { focusNext } from "../../../navigation/restoreFocus.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { HighlightWords } from "../../../i18n/wordTypes.ts";
import { hostAfter } from "./hostAfter.ts";
import { openMark } from "./openMark.ts";
import type { PlacedMark } from "./placeMarks.ts";

type Props = {
  placed: readonly PlacedMark[];
  words: HighlightWords;
  /** The highlight whose card is open. */
  opened: string | undefined;
  /** Its card, drawn once the sign is there, to which the focus goes back. */
  children: ReactNode;
};

/** A sign for each highlight, right after its paragraph in the tab order. Without a note, it shows only while it has the focus. */
export function MarkSigns({ placed, words, opened, children }: Props) {
  const edition = useEdition();
  const isHydrated = useIsTextHydrated();
  const [hosts, setHosts] = useState<Map<string, HTMLElement>>(new Map());
  useLayoutEffect(() => {
    if (!isHydrated) return;
    // The last one first: each is inserted right after its paragraph, and so before those already there.
    const made = placed.toReversed().flatMap(({ id, range }) => {
      const host = hostAfter(range, "mark-host");
      return host ? [[id, host] as const] : [];
    });
    // Their places are known only once the page has been rendered.
    // oxlint-disable-next-line react/set-state-in-effect
    setHosts(new Map(made));
    return () => {
      for (const [id, host] of made) {
        // Another takes its place, for example once a note is saved.
        if (host.contains(document.activeElement)) focusNext(`#highlight-${id}`);
        host.remove();
      }
    };
  }, [placed, isHydrated]);
  const signs = placed.map(({ id, mark }) => {
    const host = hosts.get(id);
    const say = mark.note === undefined ? words.highlightOf : words.highlightWithNote;
    return (
      host &&
      createPortal(
        <button
          className="tool mark-sign"
          id={`highlight-${id}`}
          type="button"
          data-colour={mark.colour}
          data-noted={mark.note === undefined ? undefined : ""}
          lang={edition?.language}
          aria-haspopup="dialog"
          title={words.colours[mark.colour]}
          aria-label={say(shortened(mark.passage.exact))}
          onClick={() => openMark({ id, noting: false })}
        >
          <Icon name="pen" />
        </button>,
        host,
        id,
      )
    );
  });
  return (
    <>
      {signs}
      {opened !== undefined && hosts.has(opened) && children}
    </>
  );
}
