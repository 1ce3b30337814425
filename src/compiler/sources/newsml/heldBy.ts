import type { XmlElement } from "../../xml/xmlElement.ts";
import { childAt } from "../elements.ts";
import { codeOf } from "./concepts.ts";

/**
 * Why an item is not a story, as a full sentence; undefined if it is one.
 * @param isShown whether it is a picture shown in a story of the same file
 */
export function heldBy(itemMeta: XmlElement | undefined, types: string[], isShown: boolean): string | undefined {
  const kind = codeOf(childAt(itemMeta, "itemClass")).toLowerCase();
  if (["", "text", "composite"].includes(kind) || types.includes(kind)) return undefined;
  return isShown
    ? `It is of the class "${kind}" and is shown in the story that it belongs to.`
    : `It is of the class "${kind}" and not a story; --types ${kind} imports such items too.`;
}
