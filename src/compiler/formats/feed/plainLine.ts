import type { BodyContext } from "../../body/bodyContext.ts";
import { oneLine } from "../../text/cleanText.ts";
import { plainWords } from "../fields/plainWords.ts";
import type { FeedText } from "./feedItem.ts";

/** A text as one line without marks. */
export function plainLine(text: FeedText | undefined, body: BodyContext): string | undefined {
  if (text === undefined) return undefined;
  return (text.html ? plainWords(text.text, { ...body, report: () => {} }) : oneLine(text.text)) || undefined;
}
