import type { RouterState } from "react-router";
import { HttpError } from "./data/errors.ts";

/** What the app does with the HTML that stands in the page: it takes it over, puts its own in its place, or lets it stand. */
type Takeover = "hydrate" | "render" | "leave";

/**
 * The app may only take over what it would show itself. Where the first page's
 * data did not come, the HTML still holds the story: it stays, and its links
 * are plain links. An error in its place would take away what is there.
 */
export function takeover(state: Pick<RouterState, "errors" | "matches">, root: HTMLElement): Takeover {
  if (!root.hasChildNodes()) return "render";
  const ours = shownBy(state);
  const theirs = root.ownerDocument.querySelector("meta[name=broadsheet-page][content=not-found]") ? "not-found" : "page";
  if (ours === theirs) return "hydrate";
  return ours === "page" ? "render" : "leave";
}

function shownBy({ errors, matches }: Pick<RouterState, "errors" | "matches">): "page" | "not-found" | "failure" {
  const failures = Object.values(errors ?? {});
  if (failures.length === 0) return matches.at(-1)?.route.id === "not-found" ? "not-found" : "page";
  return failures.every((failure) => failure instanceof HttpError && failure.status === 404) ? "not-found" : "failure";
}
