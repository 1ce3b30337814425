import { cachePrefix } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";

const lock = (): string => `${cachePrefix(address().base)}listening`;

/** Lets other tabs know that this one is reading aloud. @returns a function that ends this */
export function holdPlaying(): () => void {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  // Without locks, other tabs cannot know.
  void navigator.locks?.request(lock(), { mode: "shared" }, () => released).catch(() => {});
  return release;
}

/** Whether any tab on this device is reading aloud. */
export async function isPlayingHere(): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  return held.some(({ name }) => name === lock());
}
