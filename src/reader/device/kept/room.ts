/** The most that is kept, in bytes: more than this does not belong in a browser. */
const MOST = 1_000_000_000;

/** The room, in bytes, if a browser does not tell. */
const UNKNOWN = 50_000_000;

/** How many bytes may still be kept: half of what the browser would give, so that there is room for other things. */
export async function freeSpace(): Promise<number> {
  const storage: unknown = Reflect.get(navigator, "storage");
  if (!(typeof StorageManager === "function" && storage instanceof StorageManager)) return UNKNOWN;
  const { quota, usage = 0 } = await storage.estimate();
  return quota === undefined ? UNKNOWN : Math.min(MOST, Math.max(0, (quota - usage) / 2));
}

/** Whether something could not be stored on the device because it is full. */
export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === "QuotaExceededError";

/** Asks the browser not to delete what is kept when it needs room. Some ask the reader, some decide by themselves. */
export async function requestPersistence(): Promise<void> {
  if (typeof StorageManager === "function") await navigator.storage.persist().catch(() => false);
}
