import { inlineText } from "#content/blocks/plainText.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import { htmlToInlines } from "../../body/htmlToBlocks.ts";
import { oneLine } from "../../text/cleanText.ts";
import type { FeedText } from "./feedItem.ts";

/** A text as one line without marks. */
export function plainLine(text: FeedText | undefined, body: BodyContext): string | undefined {
  if (text === undefined) return undefined;
  const words = text.html ? inlineText(htmlToInlines(text.text, { ...body, report: () => {} })) : text.text;
  const clean = oneLine(words);
  return clean === "" ? undefined : clean;
}
