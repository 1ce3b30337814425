import { inlineText } from "#content/plainText.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import { cleanText } from "../../body/cleanText.ts";
import { htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { FeedText } from "./feedItem.ts";

/** A text as one line without marks. */
export function line(text: FeedText | undefined, body: BodyContext): string | undefined {
  if (text === undefined) return undefined;
  const words = text.html ? inlineText(htmlToInlines(text.text, { ...body, report: () => {} })) : text.text;
  const clean = cleanText(words).replace(/\s+/gu, " ").trim();
  return clean === "" ? undefined : clean;
}
