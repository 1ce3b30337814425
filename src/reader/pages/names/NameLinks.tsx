import { type ComponentType, useEffect, useState } from "react";
import type { Article } from "#content/article.ts";
import { useIsTextHydrated } from "#loading/hydration/hydratedText.ts";
import { withImport } from "#loading/hydration/lazyImport.ts";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import type { NameCardProps } from "./NameCard.tsx";
import type { NameRequest } from "./useOpenName.ts";

const PlainNames = lazyPart(() => import("./PlainNames.ts").then((module) => module.PlainNames));

/**
 * The links at names that the edition has a page for: a press on one shows a card, and so
 * does a pointer that rests on it. The card's code is loaded with the first. For a reader
 * who wants no cards, the names are not links; until this code is here, a style has them look like text.
 */
export function NameLinks({ isOff, article }: { isOff: boolean; article: Article }) {
  const [Card, setCard] = useState<ComponentType<NameCardProps>>();
  const [asked, setAsked] = useState<NameRequest>();
  const isTextHydrated = useIsTextHydrated();
  // In a browser without popovers, the links are followed.
  const hasCards = !isOff && "popover" in HTMLElement.prototype;
  useEffect(() => (hasCards ? listen(setAsked) : undefined), [hasCards]);
  // Again with each change of the article: its page may have other links.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => void (hasCards && isTextHydrated && markAsOpeners()), [hasCards, isTextHydrated, article]);
  useEffect(() => {
    if (!asked || Card) return;
    const load = () => import("./NameCard.tsx").then(({ loadNameCard }) => loadNameCard());
    const show = (part: ComponentType<NameCardProps>) => setCard(() => part);
    // A reader who only points at a name is not told of a failure.
    if (asked.isPressed) void withImport(load, show);
    else load().then(show, () => {});
  }, [asked, Card]);
  return isOff ? <PlainNames article={article} /> : asked && Card && <Card request={asked} slug={article.slug} />;
}

function markAsOpeners(): void {
  for (const link of document.querySelectorAll(".prose .name")) link.ariaHasPopup = "dialog";
}

/** In the capture phase, before the link handles the click and leads away. */
function listen(onRequest: (asked: NameRequest) => void): () => void {
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
    onRequest({ link, isPressed });
  };
  const ended = new AbortController();
  for (const type of ["click", "pointerover"] as const) document.addEventListener(type, ask, { capture: true, signal: ended.signal });
  return () => ended.abort();
}
