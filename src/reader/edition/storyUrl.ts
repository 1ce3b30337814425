import { articlePath } from "#content/paths.ts";
import { pageUrl } from "./address.ts";

/** The full address of a story, or of a place in it. `hash` is "" or begins with "#". */
export function storyUrl(slug: string, hash = ""): string {
  return new URL(pageUrl(articlePath(slug)) + hash, location.href).href;
}
