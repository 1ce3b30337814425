import { reloadPage } from "#reader/data/reloadPage.ts";
import { makeOffer } from "#reader/toasts/offers.ts";

/** How long code may take to load, in milliseconds. */
const LOAD_TIMEOUT_MS = 10_000;

/** The same promise, but rejected if it takes too long: a dead connection may never report an error. */
export function withTimeout<Part>(part: Promise<Part>): Promise<Part> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It did not load in time.")), LOAD_TIMEOUT_MS);
    void part.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Does something with code that is loaded when it is needed. If it does not load,
 * the reader is told so and can try again.
 * @param load imports the code
 */
export async function withImport<Part extends object>(load: () => Promise<Part>, act: (part: Part) => unknown): Promise<void> {
  const part = await withTimeout(load()).catch(() => undefined);
  if (part) return void (await act(part));
  offerRetry(async () => {
    const late = await withTimeout(load());
    void act(late);
  });
}

/** Does something that may need code which does not load. Then the reader is told so, and can try again. */
export function attempt(act: () => Promise<unknown>): void {
  void act().catch(() => offerRetry(act));
}

/**
 * Says that a part did not load, until the reader tries again or dismisses the message.
 * If it fails once more, it may belong to a version that the server no longer has:
 * then the page is reloaded with the current version.
 * @param retry rejects if the part does not load
 * @param beforeUnload called just before the page is reloaded
 */
export function offerRetry(retry: () => Promise<unknown>, beforeUnload?: () => void): void {
  const take = async () => {
    try {
      await retry();
    } catch {
      if (!(await reloadPage(location.href, beforeUnload))) offerRetry(retry, beforeUnload);
    }
  };
  makeOffer({ id: "part", text: (words) => words.partFailed, label: (words) => words.tryAgain, take: () => void take() });
}
