import { parseFragment } from "parse5";
import { textOf } from "../../body/dom.ts";
import { scalarText } from "../../text/jsonRecord.ts";
import { oneLine } from "../../text/cleanText.ts";

/** A field of plain text, on one line. Old versions wrote "&amp;" into titles and names; a tag in one is plain text. */
export const plain = (value: unknown): string => oneLine(textOf(parseFragment(scalarText(value).replaceAll("<", "&lt;")).childNodes));
