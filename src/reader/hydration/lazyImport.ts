import { loadAnew } from "../data/answers.ts";
import { makeOffer } from "../toasts/offers.ts";

/** How long code that was asked for may take to come, in milliseconds. */
const PATIENCE = 10_000;

/** The same, but it fails where it does not come in time: a dead line may never say so. */
export function withTimeout<Part>(part: Promise<Part>): Promise<Part> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It did not come in time.")), PATIENCE);
    void part.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Does something with code that comes when it is wanted. Where it does not come,
 * the reader is told so and can try again.
 * @param load imports the code
 */
export async function withImport<Part extends object>(load: () => Promise<Part>, whenHere: (part: Part) => unknown): Promise<void> {
  const part = await withTimeout(load()).catch(() => undefined);
  if (part) return void (await whenHere(part));
  offerRetry(async () => {
    const late = await withTimeout(load());
    void whenHere(late);
  });
}

/** Does what may want code that does not come. The reader is told so then, and can try again. */
export function attempt(act: () => Promise<unknown>): void {
  void act().catch(() => offerRetry(act));
}

/**
 * Says that a part did not come, until the reader tries again or puts it aside.
 * Where it fails once more it may belong to a version that the server no longer
 * has: then the page is loaded anew, with the version that is there now.
 * @param again rejects where the part does not come
 * @param lastWish done before the page goes
 */
export function offerRetry(again: () => Promise<unknown>, lastWish?: () => void): void {
  const take = async () => {
    try {
      await again();
    } catch {
      if (!(await loadAnew(location.href, lastWish))) offerRetry(again, lastWish);
    }
  };
  makeOffer({ id: "part", text: (words) => words.partFailed, label: (words) => words.tryAgain, take: () => void take() });
}
