import { useSyncExternalStore } from "react";
import type { Words } from "../i18n/catalogues/en.ts";

/** Something that a reader can do now, and need not: it stands in the toast until it is taken or put aside. */
export type Offer = {
  /** One offer of a kind at a time: a later one takes its place. */
  id: "update" | "fresh" | "changed" | "undo" | "continue" | "part";
  text: (words: Words) => string;
  /** What the button says; without it the text is the button. */
  label?: (words: Words) => string;
  take: () => void;
};

let offers: Offer[] = [];
const listeners = new Set<() => void>();

export function makeOffer(offer: Offer): void {
  change([...offers.filter(({ id }) => id !== offer.id), offer]);
}

export function withdrawOffer(id: Offer["id"]): void {
  if (offers.some((offer) => offer.id === id)) change(offers.filter((offer) => offer.id !== id));
}

/** Takes an offer, as its button does. Answers false where there is none of this kind. */
export function takeOffer(id: Offer["id"]): boolean {
  const offer = offers.find((one) => one.id === id);
  withdrawOffer(id);
  offer?.take();
  return offer !== undefined;
}

/** The offer that was made last. */
export function useOffer(): Offer | undefined {
  return useSyncExternalStore(
    subscribe,
    () => offers.at(-1),
    () => undefined,
  );
}

function change(next: Offer[]): void {
  offers = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
