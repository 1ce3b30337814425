type Area = "localStorage" | "sessionStorage";

/** What the device, or the tab, keeps under a key; null where there is nothing, or it may not be read. */
export function storedItem(area: Area, key: string): string | null {
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keeps a text under a key; null keeps none.
 * @returns false where the device is full or forbids it
 */
export function storeItem(area: Area, key: string, text: string | null): boolean {
  try {
    if (text === null) window[area].removeItem(key);
    else window[area].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
