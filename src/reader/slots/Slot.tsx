import { useEffect, useRef, useState } from "react";
import type { SlotName } from "#content/slots.ts";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { type KnownSlot, slotOf } from "./slotOf.ts";

const ConsentSlot = lazyPart(() => import("./ConsentSlot.tsx").then((module) => module.ConsentSlot));

/** What the paper puts into a slot, if anything. */
export function Slot({ name }: { name: SlotName }) {
  const slot = slotOf(name);
  if (!slot) return null;
  if (!slot.consent) return <Filled name={name} slot={slot} />;
  return (
    <div className="slot" data-slot={name}>
      <ConsentSlot slot={slot} isOfHead={name === "head"} />
    </div>
  );
}

/**
 * Prerendered HTML contains it already. On a page that React renders it is cloned from a template:
 * scripts run only that way, and Trusted Types forbid HTML from a string.
 */
function Filled({ name, slot }: { name: SlotName; slot: KnownSlot }) {
  const isHydrated = useHydrated();
  const [isThere] = useState(!isHydrated);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isThere) place.current?.append(slot.copy());
  }, [isThere, slot]);
  const html = isThere ? { dangerouslySetInnerHTML: { __html: slot.html } } : {};
  return <div ref={place} className="slot" data-slot={name} suppressHydrationWarning {...html} />;
}
