import { useEffect, useRef, useState } from "react";
import type { SlotName } from "#content/slots.ts";
import { lazyPart } from "../hydration/lazyPart.tsx";
import { useHydrated } from "../hydration/useHydrated.ts";
import { consent } from "./consent.ts";
import { type KnownSlot, slotOf } from "./slotOf.ts";

const Ask = lazyPart(() => import("./Ask.tsx").then((module) => module.Ask));

/** What the paper puts into one of the places that it may fill; nothing where it puts nothing there. */
export function Slot({ name }: { name: SlotName }) {
  const slot = slotOf(name);
  return slot && (slot.asks ? <Asking name={name} slot={slot} /> : <Filled name={name} slot={slot} />);
}

/** It waits for the reader's yes, which can be taken back beside it. */
function Asking({ name, slot }: { name: SlotName; slot: KnownSlot }) {
  const isOfHead = name === "head";
  return (
    <>
      {consent.use() === "yes" && !isOfHead && <Filled name={name} slot={slot} isLate />}
      <aside className="slot" data-slot={name}>
        <Ask slot={slot} isOfHead={isOfHead} />
      </aside>
    </>
  );
}

/**
 * The HTML of the page has it already. Where React makes the page it comes from a template,
 * as its scripts run by that alone: text would be no HTML under Trusted Types.
 */
function Filled({ name, slot, isLate = false }: { name: SlotName; slot: KnownSlot; isLate?: boolean }) {
  const isHydrated = useHydrated();
  const [isThere] = useState(!isHydrated && !isLate);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const copy = slot.copy();
    if (!isThere && copy) place.current?.replaceChildren(copy);
  }, [isThere, slot]);
  return (
    <aside
      ref={place}
      className="slot"
      data-slot={name}
      suppressHydrationWarning
      {...(isThere && { dangerouslySetInnerHTML: { __html: slot.html } })}
    />
  );
}
