import type { RouterState } from "react-router";
import { HttpError } from "../data/errors.ts";
import type { PageOrigin } from "../device/pageOrigin.ts";

/** What the app does with the HTML of the page: it hydrates it, replaces it by rendering, or leaves it as it is. */
type HydrationMode = "hydrate" | "render" | "leave";

/**
 * The app may only hydrate what it would render itself. If the first page's data
 * did not load, the HTML still has the story: it stays, and its links are plain
 * links. An error page would only take the story away.
 */
export function hydrationMode(
  state: Pick<RouterState, "errors" | "matches">,
  root: HTMLElement,
  origin: PageOrigin = "network",
): HydrationMode {
  if (!root.hasChildNodes() || origin === "offlinePage") return "render";
  const ours = shownBy(state);
  const theirs = root.ownerDocument.querySelector("meta[name=broadsheet-page][content=not-found]") ? "not-found" : "page";
  // A page from the device may be older than the data that was loaded for it, so it is rendered again.
  if (ours === theirs) return origin === "device" ? "render" : "hydrate";
  // If the device has the page of a story that has since been removed, the reader is told so.
  return ours === "page" || (ours === "not-found" && origin === "device") ? "render" : "leave";
}

function shownBy({ errors, matches }: Pick<RouterState, "errors" | "matches">): "page" | "not-found" | "failure" {
  const failures = Object.values(errors ?? {});
  if (failures.length === 0) return matches.at(-1)?.route.id === "not-found" ? "not-found" : "page";
  return failures.every((failure) => failure instanceof HttpError && failure.status === 404) ? "not-found" : "failure";
}
