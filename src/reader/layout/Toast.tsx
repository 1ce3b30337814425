import { type ReactNode, useCallback, useEffect, useState } from "react";
import { OfferToast } from "./OfferToast.tsx";
import { lastOffer, type Offer, useOffer, withdrawOffer } from "../toasts/offers.ts";
import { AnnounceProvider } from "../toasts/AnnounceContext.ts";
import "./toast.css";

/** How long a sentence is shown, in milliseconds. */
const STANDS = 4000;

/**
 * One toast at a time: what was said or offered last. A sentence disappears by itself, so it may never be the only way to do
 * something. An offer stays until it is taken or dismissed, an offer to undo until the page changes. Escape closes either.
 */
export function Toast({ children }: { children: ReactNode }) {
  const offer = useOffer();
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), STANDS);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback((text: string) => {
    const offered = lastOffer();
    setSaid((last) => ({ text, offered, count: (last?.count ?? 0) + 1 }));
  }, []);
  const isNewest = said !== undefined && (offer === undefined || offer === said.offered);
  // Otherwise a sentence from before an offer would come back after it.
  if (said && !isNewest) setSaid(undefined);
  useEffect(() => {
    if (isNewest) return onEscape(() => setSaid(undefined));
    return offer && onEscape(() => withdrawOffer(offer.id));
  }, [isNewest, offer]);
  return (
    <AnnounceProvider value={say}>
      {children}
      <div aria-live="polite">
        {isNewest && (
          <p key={said.count} className="toast">
            {said.text}
          </p>
        )}
        {!isNewest && offer && <OfferToast key={offer.id} offer={offer} />}
      </div>
    </AnnounceProvider>
  );
}

/** A sentence, what was offered when it was said, and its number among those said on end: the same sentence is announced again. */
type Said = { text: string; offered: Offer | undefined; count: number };

/** Escape first closes what is open over the page. */
function onEscape(close: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open], [popover]:popover-open")) return;
    close();
  };
  document.addEventListener("keydown", onKeyDown);
  return () => document.removeEventListener("keydown", onKeyDown);
}
