import { cachePrefix } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";

const lock = (): string => `${cachePrefix(address().base)}listening`;

/** Lets other tabs know that this one reads aloud. @returns how to end that */
export function holdPlaying(): () => void {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  // A browser that has no locks, or refuses them, keeps it to itself.
  void navigator.locks?.request(lock(), { mode: "shared" }, () => released).catch(() => {});
  return release;
}

/** Whether a tab of this device reads aloud. */
export async function isPlayingHere(): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  return held.some(({ name }) => name === lock());
}
