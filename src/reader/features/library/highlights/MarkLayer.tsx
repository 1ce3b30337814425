import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import type { Article } from "#content/article.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { bringIntoView } from "../../../ui/bringIntoView.ts";
import { useLazyStyles } from "../../../hydration/lazyStyles.ts";
import type { HighlightWords } from "../../../i18n/catalogues/highlights/en.ts";
import { drawMarks, markAt } from "./drawMarks.ts";
import { MarkCard } from "./MarkCard.tsx";
import { MarkSigns } from "./MarkSigns.tsx";
import { MovedMarks } from "./MovedMarks.tsx";
import { openMark, useOpenMark } from "./openMark.ts";
import { type MovedMark, type PlacedMark, placeMarks } from "./placeMarks.ts";

/** The reader's highlights in a story: in the text, as signs that the keyboard reaches, and below it those that have moved. */
export function MarkLayer({ article, words }: { article: Article; words: HighlightWords }) {
  const marks = useMarksOf(article);
  const [{ placed, moved }, setPlaces] = useState<{ placed: PlacedMark[]; moved: MovedMark[] }>({ placed: [], moved: [] });
  const open = useOpenMark();
  const styled = useLazyStyles(marks.length > 0);
  // They are looked for in the page, which is another one when the article has been edited.
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
      <MarkSigns placed={placed} words={words} />
      {open && opened && <MarkCard key={open.id} opened={opened} noting={open.noting} words={words} />}
      {moved.length > 0 && <MovedMarks moved={moved} words={words} />}
    </>
  );
}

/** The highlights of a story. The list is another one only when they have changed. */
function useMarksOf({ slug }: Article) {
  const all = useLibrary("highlight");
  const now = [...all].filter(([, mark]) => mark.slug === slug);
  const [marks, setMarks] = useState(now);
  const isSame = marks.length === now.length && now.every(([, mark], index) => marks[index]?.[1] === mark);
  if (!isSame) setMarks(now);
  return isSame ? marks : now;
}

/** A press on highlighted words opens their card. One that selects, or follows a link, is meant for that. */
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

/** The page of all highlights leads to one of them by its name in the address. */
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
