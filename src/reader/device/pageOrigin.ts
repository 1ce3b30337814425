import { KEPT_META } from "#content/serviceWorker.ts";

/** Where the HTML of this page came from. A stand-in is another page of the app, sent because this one was not on the device. */
export type PageOrigin = "network" | "device" | "standIn";

export function pageOrigin(document: Document): PageOrigin {
  const said = document.querySelector<HTMLMetaElement>(`meta[name="${KEPT_META}"]`)?.content;
  if (said === undefined) return "network";
  return said === "stand-in" ? "standIn" : "device";
}
