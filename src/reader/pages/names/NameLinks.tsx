import { type ComponentType, useEffect, useState } from "react";
import type { Article } from "#content/article.ts";
import { useIsTextHydrated } from "../../hydration/hydratedText.ts";
import { withImport } from "../../hydration/lazyImport.ts";
import { lazyPart } from "../../hydration/lazyPart.tsx";
import type { NameCardProps } from "./NameCard.tsx";
import type { Asked } from "./useAsked.ts";

const PlainNames = lazyPart(() => import("./PlainNames.ts").then((module) => module.PlainNames));

/**
 * Where a story names what the edition knows: a press on the link shows a card, and so
 * does a pointer that rests there. Its code comes with the first. Where the reader
 * wants none the names are no links; which needs no more than a style until this is here.
 */
export function NameLinks({ isOff, article }: { isOff: boolean; article: Article }) {
  const [Card, setCard] = useState<ComponentType<NameCardProps>>();
  const [asked, setAsked] = useState<Asked>();
  const isTextHydrated = useIsTextHydrated();
  // Where there are no popovers the links lead away.
  const hasCards = !isOff && "popover" in HTMLElement.prototype;
  useEffect(() => (hasCards ? listen(setAsked) : undefined), [hasCards]);
  // With each change of the article: its page may have other links.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => void (hasCards && isTextHydrated && tellOfCards()), [hasCards, isTextHydrated, article]);
  useEffect(() => {
    if (!asked || Card) return;
    const load = () => import("./NameCard.tsx").then(({ loadNameCard }) => loadNameCard());
    const show = (part: ComponentType<NameCardProps>) => setCard(() => part);
    // Whoever only points at a name is told of no failure.
    if (asked.isPressed) void withImport(load, show);
    else load().then(show, () => {});
  }, [asked, Card]);
  return isOff ? <PlainNames article={article} /> : asked && Card && <Card asked={asked} slug={article.slug} />;
}

function tellOfCards(): void {
  for (const link of document.querySelectorAll(".prose .name")) link.ariaHasPopup = "dialog";
}

/** Before the link itself is told, which would lead away. */
function listen(tell: (asked: Asked) => void): () => void {
  const ask = (event: PointerEvent) => {
    const { target, type, pointerType } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>(".prose .name") : null;
    const isPressed = type === "click";
    if (
      !link ||
      (isPressed
        ? event.button + +event.metaKey + +event.ctrlKey + +event.shiftKey + +event.altKey
        : event.buttons || pointerType !== "mouse")
    )
      return;
    if (isPressed) event.preventDefault();
    tell({ link, isPressed });
  };
  const ending = new AbortController();
  for (const type of ["click", "pointerover"] as const) document.addEventListener(type, ask, { capture: true, signal: ending.signal });
  return () => ending.abort();
}
