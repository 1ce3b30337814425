import { type RefObject, useEffect, useState } from "react";

/** A link at a name, and whether it was pressed or only pointed at. */
export type NameRequest = { link: HTMLAnchorElement; isPressed: boolean };

/** How long a pointer rests on a name before its card is shown, and how long it may be off both before the card closes, in milliseconds. */
const RESTS = 350;
const AWAY = 250;

/**
 * The name whose card is shown. A press shows the card at once, until it is closed. A
 * pointer that rests on a name shows it for as long as it is on the name or the card, or
 * on the way from one to the other; it never replaces a card that a press has opened, and
 * opens none while the reader is busy with something else.
 * @returns the name, and a function that closes the card
 */
export function useOpenName(
  request: NameRequest,
  card: RefObject<HTMLElement | null>,
): [shown: NameRequest | undefined, close: () => void] {
  const [shown, setShown] = useState<NameRequest>();
  // A press shows its card at once.
  const [pressed, setPressed] = useState<NameRequest>();
  if (request.isPressed && request !== pressed) {
    setPressed(request);
    setShown(request);
  }
  const isHeld = shown?.isPressed ?? false;
  useEffect(() => {
    if (request.isPressed || isHeld) return;
    const { link } = request;
    // The pointer may have moved on while another card was open.
    const wait = () => setTimeout(() => link.matches(":hover") && !isBusy() && setShown(request), RESTS);
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
  }, [request, card, isHeld]);
  return [shown, () => setShown(undefined)];
}

/** A card would close another popover, with whatever is typed in it, and cover words that are selected. */
const isBusy = (): boolean =>
  document.querySelector("[popover]:popover-open:not(.name-card)") !== null || document.getSelection()?.isCollapsed === false;
