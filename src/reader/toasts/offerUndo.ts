import { makeOffer } from "./offers.ts";

/** Says what was done, with a button that undoes it. It stays until the reader goes to another page. */
export function offerUndo(done: string, undo: () => Promise<void>): void {
  makeOffer({ id: "undo", text: () => done, label: (words) => words.undo, take: () => void undo() });
}
