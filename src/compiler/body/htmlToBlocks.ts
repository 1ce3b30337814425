import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import type { BodyContext } from "./bodyContext.ts";
import { flatten } from "./flatten.ts";
import { flow } from "./flow.ts";
import { headingIds } from "./headingIds.ts";
import { lossesIn } from "./losses.ts";
import { noteIds } from "./notes.ts";

/**
 * HTML as blocks: the only door from markup to content. Takes any text, never
 * throws; whatever is not on the allow-list of elements.ts loses its markup and
 * keeps its words, and is reported.
 * @param headingId shared by the parts of a body that is read in parts, so that no two headings have one id
 */
export function htmlToBlocks(html: string, context: BodyContext, headingId = headingIds()): Block[] {
  const { childNodes } = parseHtml(html);
  const losses = lossesIn(context);
  const blocks = flow(childNodes, { context, headingId, notes: noteIds(childNodes), losses });
  losses.tell();
  return blocks;
}

/** HTML as one line, for titles, captions and summaries. */
export function htmlToInlines(html: string, context: BodyContext): Inline[] {
  const { childNodes } = parseHtml(html);
  const losses = lossesIn(context);
  const inlines = flatten(flow(childNodes, { context, headingId: headingIds(), notes: new Set(), losses }));
  losses.tell();
  return inlines;
}

const parseHtml = (html: string): DefaultTreeAdapterTypes.DocumentFragment => parseFragment(closed(html), { sourceCodeLocationInfo: true });

/**
 * Some write elements without content as XML and JSX have them: `<iframe … />`.
 * HTML ends none so, and would take all that follows for what is in it, of which nothing is read.
 */
const closed = (html: string): string => html.replace(EMPTY, "<$1$2></$1>");

const EMPTY = /<(iframe|video|audio|object|canvas|textarea|script|style|title)\b((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'<>]){0,2000}?)\/>/giu;
