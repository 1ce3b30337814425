import type { Words } from "../i18n/wordTypes.ts";
import { createStore } from "../store/createStore.ts";

/** Something that a reader may do now: it stays in the toast until it is taken or dismissed. */
export type Offer = {
  /** One offer of a kind at a time: a later one replaces it. */
  id: "update" | "fresh" | "changed" | "undo" | "continue" | "part" | "posts" | "followed" | "listen";
  text: (words: Words) => string;
  /** What the button says; without it the text is the button. */
  label?: (words: Words) => string;
  take: () => void;
};

const offers = createStore<Offer[]>([]);

export function makeOffer(offer: Offer): void {
  offers.set([...offers.get().filter(({ id }) => id !== offer.id), offer]);
}

export function withdrawOffer(id: Offer["id"]): void {
  if (find(id)) offers.set(offers.get().filter((offer) => offer.id !== id));
}

/** Takes an offer, as its button does. Returns false if there is none of this kind. */
export function takeOffer(id: Offer["id"]): boolean {
  const offer = find(id);
  withdrawOffer(id);
  offer?.take();
  return offer !== undefined;
}

/** The offer that was made last. */
export const useOffer = (): Offer | undefined => offers.use().at(-1);

/** The same outside of components. */
export const lastOffer = (): Offer | undefined => offers.get().at(-1);

const find = (id: Offer["id"]): Offer | undefined => offers.get().find((offer) => offer.id === id);
