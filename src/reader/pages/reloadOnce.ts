/** Where the tab notes that a page was loaded anew by itself. */
const STORE = "broadsheet-reloaded";

/** A second fault of the same page within this time is no new version but a fault, in milliseconds. */
const SOON = 5 * 60_000;

/**
 * Whether a page may be loaded anew by itself: once, or a site whose files are
 * missing would be loaded for ever.
 * @param now in milliseconds since 1970
 */
export function mayReload(href: string, now = Date.now()): boolean {
  try {
    const [at = "", page = ""] = (sessionStorage.getItem(STORE) ?? "").split(" ");
    if (page === href && now - Number(at) < SOON) return false;
    sessionStorage.setItem(STORE, `${now} ${href}`);
    return true;
  } catch {
    // What cannot be noted may not be done.
    return false;
  }
}
