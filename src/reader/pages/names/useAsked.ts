import { type RefObject, useEffect, useState } from "react";

/** A link at a name, and whether it was pressed or only pointed at. */
export type Asked = { link: HTMLAnchorElement; isPressed: boolean };

/** How long a pointer rests on a name until its card is shown, and how long it may be away from both, in milliseconds. */
const RESTS = 350;
const AWAY = 250;

/**
 * Which name has its card shown. A press shows it at once, until it is closed. A pointer
 * that rests on a name shows it for as long as it is on the name or the card, or on
 * the way from one to the other; it takes none away that was pressed, and shows none
 * while the reader is busy with something else.
 * @returns how to close it as well
 */
export function useAsked(asked: Asked, card: RefObject<HTMLElement | null>): [shown: Asked | undefined, close: () => void] {
  const [shown, setShown] = useState<Asked>();
  // A press shows at once what it asks for.
  const [pressed, setPressed] = useState<Asked>();
  if (asked.isPressed && asked !== pressed) {
    setPressed(asked);
    setShown(asked);
  }
  const isHeld = shown?.isPressed ?? false;
  useEffect(() => {
    if (asked.isPressed || isHeld) return;
    const { link } = asked;
    // The pointer may have gone elsewhere while another card was open.
    const wait = () => setTimeout(() => link.matches(":hover") && !isBusy() && setShown(asked), RESTS);
    let timer = wait();
    const onOver = ({ target }: PointerEvent) => {
      clearTimeout(timer);
      if (!(target instanceof Node)) return;
      if (link.contains(target)) timer = wait();
      else if (!card.current?.contains(target)) timer = setTimeout(() => card.current?.hidePopover(), AWAY);
    };
    document.addEventListener("pointerover", onOver);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", onOver);
    };
  }, [asked, card, isHeld]);
  return [shown, () => setShown(undefined)];
}

/** Another popover would be closed by a card, and what is typed there with it; words that are selected would be covered. */
const isBusy = (): boolean =>
  document.querySelector("[popover]:popover-open:not(.name-card)") !== null || document.getSelection()?.isCollapsed === false;
