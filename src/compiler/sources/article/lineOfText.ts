import type { Inline } from "#content/inline.ts";
import { cleanText } from "../../body/cleanText.ts";

/** Plain text as inlines. */
export function lineOfText(text: string): Inline[] {
  const clean = cleanText(text);
  return clean === "" ? [] : [{ type: "text", text: clean }];
}
