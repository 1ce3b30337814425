import { instantOf } from "../../draft/instantOf.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import { kid, wordsOf } from "../elements.ts";
import { codeOf } from "./concepts.ts";

/**
 * Why an item is not published, as a full sentence; undefined for one that is.
 * @param now milliseconds since 1970
 * @param isShown whether it is a picture that stands in a story of the same file
 */
export function heldBy(itemMeta: XmlElement | undefined, types: string[], now: number, isShown: boolean): string | undefined {
  const status = codeOf(kid(itemMeta, "pubStatus")).toLowerCase() || "usable";
  const kind = codeOf(kid(itemMeta, "itemClass")).toLowerCase();
  if (status !== "usable") return `Its publishing status is "${status}" and not usable.`;
  if (!["", "text", "composite"].includes(kind) && !types.includes(kind))
    return isShown
      ? `It is of the class "${kind}" and stands in the story that it belongs to.`
      : `It is of the class "${kind}" and not a story; it comes along with --types ${kind}.`;
  const until = wordsOf(kid(itemMeta, "embargoed"));
  if (until === "") return undefined;
  const instant = instantOf(until, "UTC");
  if (instant === undefined) return `It is under an embargo whose end ("${until}") cannot be read.`;
  return Date.parse(instant) > now ? `It is under embargo until ${until}.` : undefined;
}
