import { type RefObject, useId, useLayoutEffect, useRef, useState } from "react";
import { LONGEST_TEXT } from "#content/library/libraryRecord.ts";
import { COLOURS, removeMark, setMarkColour, setMarkNote } from "./changeMark.ts";
import { shortened } from "./shortened.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { highlightsPath } from "#content/paths.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { PageLink } from "../../../ui/PageLink.tsx";
import type { HighlightWords } from "../../../i18n/wordTypes.ts";
import { useWords } from "../../../i18n/words.ts";
import { useCopying } from "../../../ui/CopyContext.ts";
import { keepTabInside } from "../../../ui/keepTabInside.ts";
import { placeBeside } from "../../../ui/placeBeside.ts";
import { storyUrl } from "../../../edition/storyUrl.ts";
import { openMark } from "./openMark.ts";
import type { PlacedMark } from "./placeMarks.ts";
import "../../../ui/notePopover.css";

type Props = { opened: PlacedMark; noting: boolean; words: HighlightWords };

/** The card beside a highlight: its colour, its note, its link, and a button to remove it. The note is saved when the card closes. */
export function MarkCard({ opened, noting, words }: Props) {
  const { id, mark, range } = opened;
  const general = useWords();
  const card = useRef<HTMLDivElement>(null);
  const field = useId();
  const [colour, setColour] = useState(mark.colour);
  const [note, setNote] = useState(mark.note ?? "");
  useCard(card, id, range, noting);
  return (
    <div
      ref={card}
      className="note-card mark-card"
      popover="auto"
      role="dialog"
      aria-label={words.highlightOf(shortened(mark.passage.exact))}
      tabIndex={-1}
      onToggle={({ newState }) => {
        if (newState === "closed") void setMarkNote(id, note).then(() => openMark(undefined));
      }}
    >
      <header className="between">
        <PageLink className="more-link" to={highlightsPath}>
          {general.highlights}
        </PageLink>
        <button className="tool" type="button" aria-label={general.close} onClick={() => card.current?.hidePopover()}>
          <Icon name="close" />
        </button>
      </header>
      <Choice
        legend={words.colour}
        className="mark-colours"
        value={colour}
        options={COLOURS.map((value) => ({ value, label: words.colours[value] }))}
        onChoose={(chosen) => {
          setColour(chosen);
          void setMarkColour(id, chosen);
        }}
      />
      <p className="field">
        <label htmlFor={field}>{words.note}</label>
        <textarea
          id={field}
          rows={3}
          maxLength={LONGEST_TEXT}
          dir="auto"
          value={note}
          onChange={({ target }) => setNote(target.value)}
          onBlur={() => void setMarkNote(id, note)}
        />
      </p>
      <CardActions opened={opened} words={words} remove={() => void setMarkNote(id, note).then(() => removeMark(id, words))} />
    </div>
  );
}

function CardActions({ opened: { id, mark, range }, words, remove }: Omit<Props, "noting"> & { remove: () => void }) {
  const general = useWords();
  const { copy, copied } = useCopying();
  const name = `highlight-${id}`;
  const copyLink = async () => {
    const { textFragment } = await import("./textFragment.ts");
    await copy(storyUrl(mark.slug, textFragment(range) ?? ""), name);
  };
  return (
    <p className="bar">
      <button className="button quiet" type="button" onClick={() => void copyLink()}>
        <Icon name="link" />
        {copied === name ? general.copied : general.copyLink}
      </button>
      <button className="button quiet" type="button" onClick={remove}>
        {words.remove}
      </button>
    </p>
  );
}

/** Opens the card under its passage. The sign is focused first, so that the browser returns the focus there. */
function useCard(card: RefObject<HTMLDivElement | null>, id: string, range: Range, noting: boolean): void {
  useLayoutEffect(() => {
    const popover = card.current;
    if (!popover) return;
    document.getElementById(`highlight-${id}`)?.focus({ preventScroll: true });
    popover.showPopover();
    const lines = [...range.getClientRects()];
    placeBeside(popover, lines.at(-1) ?? range.getBoundingClientRect());
    (noting ? popover.querySelector("textarea") : popover)?.focus({ preventScroll: true });
    popover.addEventListener("keydown", keepTabInside);
    return () => popover.removeEventListener("keydown", keepTabInside);
    // The card stays where it was opened while its highlight changes colour.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [card, id]);
}
