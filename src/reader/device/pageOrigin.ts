import { KEPT_META } from "#content/serviceWorker.ts";

/** Where the HTML of this page came from. The offline page is sent if this one is not on the device; the app draws this one there. */
export type PageOrigin = "network" | "device" | "offlinePage";

export function pageOrigin(document: Document): PageOrigin {
  const said = document.querySelector<HTMLMetaElement>(`meta[name="${KEPT_META}"]`)?.content;
  if (said === undefined) return "network";
  return said === "stand-in" ? "offlinePage" : "device";
}
