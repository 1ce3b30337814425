import { type ComponentType, useEffect, useState } from "react";
import { useIsTextHydrated } from "../../hydration/hydratedText.ts";
import { withImport } from "../../hydration/lazyImport.ts";
import type { NameCardProps } from "./NameCard.tsx";
import type { Asked } from "./useAsked.ts";

/**
 * Where a story names what the edition knows: a press on the link shows a card, and so
 * does a pointer that rests there. Its code comes with the first. Where the reader
 * wants none the names are no links; which needs no more than a style until this is here.
 */
export function NameLinks({ isOff, slug }: { isOff: boolean; slug: string }) {
  const [Card, setCard] = useState<ComponentType<NameCardProps>>();
  const [asked, setAsked] = useState<Asked>();
  const isTextHydrated = useIsTextHydrated();
  useEffect(() => {
    if (!isOff) return listen(setAsked);
    // Before, React would find another page than it knows.
    return isTextHydrated ? withoutAddresses() : undefined;
  }, [isOff, isTextHydrated]);
  useEffect(() => {
    if (!asked || Card) return;
    const load = () => import("./NameCard.tsx").then(({ loadNameCard }) => loadNameCard());
    const show = (part: ComponentType<NameCardProps>) => setCard(() => part);
    // Who only points at a name is told of no failure.
    if (asked.isPressed) void withImport(load, show);
    else load().then(show, () => {});
  }, [asked, Card]);
  return asked && Card && !isOff && <Card asked={asked} slug={slug} />;
}

/** Before the link itself is told, which would lead away. Where there are no popovers it does. */
function listen(tell: (asked: Asked) => void): (() => void) | undefined {
  if (!("popover" in HTMLElement.prototype)) return undefined;
  const ask = (event: PointerEvent) => {
    const { target, type, pointerType } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>(".prose .name") : null;
    const isPressed = type === "click";
    if (!link || (isPressed ? event.button + +event.metaKey + +event.ctrlKey + +event.shiftKey + +event.altKey : pointerType !== "mouse"))
      return;
    if (isPressed) event.preventDefault();
    tell({ link, isPressed });
  };
  const ending = new AbortController();
  for (const type of ["click", "pointerover"] as const) document.addEventListener(type, ask, { capture: true, signal: ending.signal });
  return () => ending.abort();
}

/** Takes the addresses of the links, so that no key and no screen reader meets them. @returns how to give them back */
function withoutAddresses(): () => void {
  const links = [...document.querySelectorAll(".prose .name")].map((link) => [link, link.getAttribute("href") ?? ""] as const);
  for (const [link] of links) link.removeAttribute("href");
  return () => {
    for (const [link, href] of links) link.setAttribute("href", href);
  };
}
