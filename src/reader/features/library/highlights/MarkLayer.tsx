import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import type { Article } from "#content/article.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { bringIntoView } from "../../../ui/bringIntoView.ts";
import { useLazyStyles } from "#loading/hydration/lazyStyles.ts";
import type { HighlightWords } from "../../../i18n/wordTypes.ts";
import { MarkCard } from "./MarkCard.tsx";
import { MarkSigns } from "./MarkSigns.tsx";
import { openMark, useOpenMark } from "./openMark.ts";
import { type MovedMark, type PlacedMark, placeMarks } from "./placeMarks.ts";
import { removeMark, COLOURS } from "./changeMark.ts";
import { shortened } from "./shortened.ts";

/** The reader's highlights in a story: in the text, as signs that the keyboard can reach, and below it those that have moved. */
export function MarkLayer({ article, words }: { article: Article; words: HighlightWords }) {
  const marks = useMarksOf(article);
  const [{ placed, moved }, setPlaces] = useState<{ placed: PlacedMark[]; moved: MovedMark[] }>({ placed: [], moved: [] });
  const open = useOpenMark();
  const styled = useLazyStyles(marks.length > 0);
  // They are looked for in the page, which changes when the article has been edited.
  // oxlint-disable-next-line react/set-state-in-effect, react/exhaustive-effect-dependencies
  useLayoutEffect(() => setPlaces(placeMarks(marks)), [marks, article]);
  useEffect(() => drawMarks(placed), [placed]);
  useEffect(() => () => openMark(undefined), []);
  usePress(placed);
  useArrival(placed);
  if (!styled) return null;
  const opened = placed.find(({ id }) => id === open?.id);
  return (
    <>
      <MarkSigns placed={placed} words={words} opened={opened?.id}>
        {open && opened && <MarkCard key={open.id} opened={opened} noting={open.noting} words={words} />}
      </MarkSigns>
      {moved.length > 0 && <MovedMarks moved={moved} words={words} />}
    </>
  );
}

/** The highlights of a story. The list is a new object only when they have changed. */
function useMarksOf({ slug }: Article) {
  const all = useLibrary("highlight");
  const now = [...all].filter(([, mark]) => mark.slug === slug);
  const [marks, setMarks] = useState(now);
  const isSame = marks.length === now.length && now.every(([, mark], index) => marks[index]?.[1] === mark);
  if (!isSame) setMarks(now);
  return isSame ? marks : now;
}

/** A press on highlighted words opens their card, unless it selects text or follows a link. */
function usePress(placed: readonly PlacedMark[]): void {
  const onPress = useEffectEvent(({ target, clientX, clientY, defaultPrevented }: MouseEvent) => {
    const isText = target instanceof Element && target.closest(".prose") && !target.closest("a, button, input, textarea");
    if (defaultPrevented || !isText || document.getSelection()?.isCollapsed === false) return;
    const mark = markAt(placed, clientX, clientY);
    if (mark) openMark({ id: mark.id, noting: false });
  });
  useEffect(() => {
    document.addEventListener("click", onPress);
    return () => document.removeEventListener("click", onPress);
  }, []);
}

/** Scrolls to the highlight in the address, as in the links on the page of all highlights. */
function useArrival(placed: readonly PlacedMark[]): void {
  const { hash, key } = useLocation();
  const arrived = useRef<string>(undefined);
  useEffect(() => {
    const mark = placed.find(({ id }) => hash === `#highlight-${id}`);
    if (!mark || arrived.current === key) return;
    arrived.current = key;
    bringIntoView(mark.range);
  }, [hash, key, placed]);
}

/** The highlights whose words an edit has removed, below the story: none of them is lost, and none is put on other words. */
function MovedMarks({ moved, words }: { moved: readonly MovedMark[]; words: HighlightWords }) {
  return (
    <section className="page moved-marks" aria-labelledby="moved-marks">
      <h2 id="moved-marks">{words.movedTitle}</h2>
      <p>{words.movedText}</p>
      <ul role="list" className="kept-marks">
        {moved.map(({ id, mark }) => (
          <li key={id} id={`highlight-${id}`} data-colour={mark.colour}>
            <blockquote dir="auto">{mark.passage.exact}</blockquote>
            {mark.note !== undefined && <p dir="auto">{mark.note}</p>}
            <button
              className="plain more-link"
              type="button"
              aria-label={words.removeOf(shortened(mark.passage.exact))}
              onClick={() => void removeMark(id, words)}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * Colours highlights without changing the page (CSS Custom Highlight API). In a
 * browser without it, only the signs beside the text show them.
 * @returns a function that removes the colours
 */
function drawMarks(placed: readonly PlacedMark[]): () => void {
  if (typeof Highlight === "undefined") return () => {};
  for (const colour of COLOURS) {
    const drawn = new Highlight(...placed.filter(({ mark }) => mark.colour === colour).map(({ range }) => range));
    // A passage that a link leads to, or that is read aloud, is drawn over them.
    drawn.priority = -1;
    CSS.highlights.set(`kept-${colour}`, drawn);
  }
  return () => {
    for (const colour of COLOURS) CSS.highlights.delete(`kept-${colour}`);
  };
}

/** The highlight at a point of the window; of several, the one made last. */
function markAt(placed: readonly PlacedMark[], x: number, y: number): PlacedMark | undefined {
  return placed
    .filter(({ range }) =>
      [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom),
    )
    .toSorted((a, b) => b.mark.madeAt - a.mark.madeAt)[0];
}
