import { inlineText } from "#content/blocks/plainText.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import { htmlToInlines } from "../../body/htmlToBlocks.ts";
import { oneLine } from "../../text/cleanText.ts";

/** HTML as words on one line, "" if it has none: titles and names may hold entities and marks. */
export const plainWords = (html: string, body: BodyContext): string => oneLine(inlineText(htmlToInlines(html, body)));
