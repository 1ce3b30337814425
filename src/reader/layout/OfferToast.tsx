import { useEffect } from "react";
import { useSettings } from "../features/settings/settingsStore.ts";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../i18n/words.ts";
import { type Offer, takeOffer, withdrawOffer } from "../toasts/offers.ts";

/** Where Ctrl+Z undoes typing. */
const TYPED_INTO = "input:not([type=checkbox], [type=radio]), textarea, [contenteditable]";

/** The labels of keys are never translated. */
const UNDO_KEY = { on: "Z", off: "Ctrl+Z" };

/** An offer in the toast: one button to take it, one to dismiss it. Undo has a key as well. */
export function OfferToast({ offer }: { offer: Offer }) {
  const words = useWords();
  const undoes = offer.id === "undo";
  const { shortcuts } = useSettings();
  useEffect(() => {
    if (undoes) return hearUndo();
  }, [undoes]);
  return (
    <div className="toast offer">
      {offer.label && <span>{offer.text(words)}</span>}
      <button
        type="button"
        className={offer.label && "take"}
        aria-keyshortcuts={undoes ? "z Control+Z Meta+Z" : "n"}
        onClick={() => takeOffer(offer.id)}
      >
        {(offer.label ?? offer.text)(words)}
      </button>
      {undoes && <kbd>{UNDO_KEY[shortcuts]}</kbd>}
      <button type="button" aria-label={words.close} onClick={() => withdrawOffer(offer.id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Ctrl+Z works even if single-key shortcuts are switched off: no reader presses it by accident. */
function hearUndo(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (key.toLowerCase() !== "z" || ctrlKey === metaKey || altKey || shiftKey || event.defaultPrevented) return;
    if (target instanceof Element && target.closest(TYPED_INTO)) return;
    if (takeOffer("undo")) event.preventDefault();
  };
  document.addEventListener("keydown", onKeyDown);
  return () => document.removeEventListener("keydown", onKeyDown);
}
