import { makeOffer } from "./offers.ts";

/** How long code that was asked for may take to come, in milliseconds. */
const PATIENCE = 10_000;

/** The same, but it fails where it does not come in time: a dead line may never say so. */
export function inTime<Part>(part: Promise<Part>): Promise<Part> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It did not come in time.")), PATIENCE);
    void part.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Says that a part did not come, until the reader tries again or puts it aside. */
export function offerToTryAgain(again: () => void): void {
  makeOffer({ id: "part", text: (words) => words.partFailed, label: (words) => words.tryAgain, take: again });
}
