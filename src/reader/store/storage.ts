type Area = "localStorage" | "sessionStorage";

/** What the device, or the tab, stores under a key; null if there is nothing, or reading is not allowed. */
export function storedItem(area: Area, key: string): string | null {
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

/**
 * Stores a text under a key; null removes it.
 * @returns false if the storage is full or not allowed
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
