import { KEPT_HEADER } from "#content/serviceWorker.ts";
import { createStore } from "../store/createStore.ts";

/** What is known of the way to the server: undefined while it answers, else since when what is shown may be out of date. */
export type FromDevice = { since: string };

const fromDevice = createStore<FromDevice | undefined>(undefined);

export const useFromDevice = fromDevice.use;

/** Whether the server is out of reach, as far as is known. */
export const lost = { is: (): boolean => fromDevice.get() !== undefined, watch: fromDevice.subscribe };

/** Told of each answer: one from the device bears the time at which it was put there. */
export function noteAnswer(headers: Headers): void {
  const since = headers.get(KEPT_HEADER);
  if (since === null) return fromDevice.set(undefined);
  const known = fromDevice.get();
  // Of several files the oldest counts.
  if (!known || since < known.since) fromDevice.set({ since });
}
