import { KEPT_HEADER } from "#content/serviceWorker.ts";
import { createStore } from "../store/createStore.ts";

/** The state of the connection: undefined while the server answers, otherwise since when what is shown may be out of date. */
export type FromDevice = { since: string };

const fromDevice = createStore<FromDevice | undefined>(undefined);

export const useFromDevice = fromDevice.use;

/** Whether the server is out of reach, as far as is known. */
export const serverUnreachable = { is: (): boolean => fromDevice.get() !== undefined, watch: fromDevice.subscribe };

/** Call it for each answer: one from the device carries the time at which it was stored there. */
export function noteAnswer(headers: Headers): void {
  const since = headers.get(KEPT_HEADER);
  if (since === null) return fromDevice.set(undefined);
  const known = fromDevice.get();
  // Of several files the oldest counts.
  if (!known || since < known.since) fromDevice.set({ since });
}
