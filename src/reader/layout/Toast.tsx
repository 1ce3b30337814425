import { type ReactNode, useCallback, useEffect, useState } from "react";
import { OfferToast } from "./OfferToast.tsx";
import { useOffer } from "../toasts/offers.ts";
import { AnnounceProvider } from "../toasts/AnnounceContext.ts";
import "./toast.css";

/** How long a sentence is shown, in milliseconds. */
const STANDS = 4000;

/**
 * One toast at a time. A sentence disappears by itself, so it may never be the only way to do something.
 * An offer stays until it is taken or dismissed, an offer to undo until the page changes.
 */
export function Toast({ children }: { children: ReactNode }) {
  const offer = useOffer();
  const [said, setSaid] = useState<{ text: string }>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), STANDS);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback((text: string) => setSaid({ text }), []);
  return (
    <AnnounceProvider value={say}>
      {children}
      <div aria-live="polite">
        {said && <p className="toast">{said.text}</p>}
        {!said && offer && <OfferToast key={offer.id} offer={offer} />}
      </div>
    </AnnounceProvider>
  );
}
