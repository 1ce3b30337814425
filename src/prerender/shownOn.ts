import type { Edition } from "#content/edition.ts";
import type { Page } from "./page.ts";

/**
 * What of an edition a kind of page shows. The rest is not even given to the
 * page: so it cannot show what it would not be printed anew for.
 */
export function shownOn(kind: Page["kind"], edition: Edition): Edition {
  if (kind === "front") return edition;
  return kind === "article" ? { ...edition, date: undefined, trending: [] } : { ...edition, trending: [] };
}

/** What the HTML of a kind of page depends on besides the page and the built reader, as a text. */
export function dependsOn(kind: Page["kind"], edition: Edition): string {
  return JSON.stringify(shownOn(kind, edition));
}
