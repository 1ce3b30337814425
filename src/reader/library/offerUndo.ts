import { makeOffer, withdrawOffer } from "../shell/offers.ts";

/** How long something can be undone, in milliseconds: long enough to read the sentence twice. */
const STANDS = 12_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says what was done, with a button that undoes it. It goes by itself: everything can be done again where it was done. */
export function offerUndo(done: string, label: string, undo: () => Promise<void>): void {
  clearTimeout(timer);
  makeOffer({ id: "undo", text: () => done, label: () => label, take: () => void undo() });
  timer = setTimeout(() => withdrawOffer("undo"), STANDS);
}
