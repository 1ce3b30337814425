import { useLayoutEffect, useRef, useState } from "react";
import type { Article } from "#content/article.ts";
import { noteLabel } from "#content/blocks/inline.ts";
import { NoteText } from "../NoteText.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { useWords } from "../../../i18n/words.ts";
import { useClicks } from "../../../ui/useClicks.ts";
import { placeBeside } from "../../../ui/placeBeside.ts";
import { keepTabInside } from "../../../ui/keepTabInside.ts";

/**
 * Shows a footnote beside its number, so that the reader keeps their place. The
 * numbers remain links to the notes below, which browsers without popovers follow.
 */
export function NotePopover({ article }: { article: Article }) {
  const words = useWords();
  const card = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<{ note: string; link: HTMLAnchorElement }>();
  const find = (id?: string) =>
    article.body
      .flatMap((block) => (block.type === "post" ? block.children : block))
      .find((block) => block.type === "note" && block.id === id);
  const note = find(open?.note);

  const styled = useLazyStyles(open !== undefined);
  const shown = styled ? open : undefined;

  useClicks(".noteref", (link) => {
    const id = link.hash.replace(/^#note-/u, "");
    if (!("popover" in HTMLElement.prototype) || !find(id)) return false;
    setOpen({ note: id, link });
  });
  useLayoutEffect(() => {
    const popover = card.current;
    if (!popover || !shown) return;
    // The number gets focus first, so that the platform restores focus to it.
    shown.link.focus({ preventScroll: true });
    if (!popover.matches(":popover-open")) popover.showPopover();
    placeBeside(popover, shown.link.getBoundingClientRect());
    popover.focus({ preventScroll: true });
    popover.addEventListener("keydown", keepTabInside);
    return () => popover.removeEventListener("keydown", keepTabInside);
  }, [shown]);

  if (!shown || note?.type !== "note") return null;
  return (
    <div
      ref={card}
      className="note-card"
      popover="auto"
      role="dialog"
      aria-label={words.note(noteLabel(note.id))}
      tabIndex={-1}
      onToggle={({ newState }) => newState === "closed" && setOpen(undefined)}
    >
      <div lang={article.inLanguage} dir={article.direction}>
        <NoteText of={note.children} />
      </div>
      <button className="tool" type="button" aria-label={words.close} onClick={() => card.current?.hidePopover()}>
        <Icon name="close" />
      </button>
    </div>
  );
}
