import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import type { BodyContext } from "./bodyContext.ts";
import { flatten } from "./flatten.ts";
import { flow } from "./flow.ts";
import { headingIds } from "./headingIds.ts";
import { lossesIn } from "./bodyLosses.ts";
import { withCommentEnds } from "./withCommentEnds.ts";
import { withEnds } from "./withEnds.ts";
import { lostWords } from "./lostWords.ts";
import { noteIds } from "./notes.ts";

/**
 * Converts HTML to blocks: the only way from markup to content. Takes any text and
 * never throws; an element that is not on the allow-list in elementRules.ts is reduced
 * to its text and reported.
 * @param headingId shared by the parts of a body that is read in parts, so that no two headings get the same id
 */
export function htmlToBlocks(html: string, context: BodyContext, headingId = headingIds()): Block[] {
  const shown = context.publicText?.(html) ?? html;
  context.seen?.(shown);
  const { childNodes } = parseHtml(shown);
  const losses = lossesIn(context);
  const blocks = flow(childNodes, { context, headingId, notes: noteIds(childNodes), losses });
  losses.reportAll();
  const lost = lostWords(context.written ?? shown, blocks, losses.texts);
  if (lost) context.report({ ...lost, file: context.file });
  return blocks;
}

/** Converts HTML to one line of text, for titles, captions and summaries. */
export function htmlToInlines(html: string, context: BodyContext): Inline[] {
  const { childNodes } = parseHtml(context.publicText?.(html) ?? html);
  const losses = lossesIn(context);
  const inlines = flatten(flow(childNodes, { context, headingId: headingIds(), notes: new Set(), losses }));
  losses.reportAll();
  return inlines;
}

const parseHtml = (html: string): DefaultTreeAdapterTypes.DocumentFragment => parseFragment(closed(html), { sourceCodeLocationInfo: true });

const closed = (html: string): string => withEnds(withCommentEnds(html.replace(EMPTY, "<$1$2></$1>")));

/**
 * Some authors close empty elements as in XML and JSX: `<iframe … />`. HTML ignores
 * the slash, so the rest of the text would become the element's content and be lost.
 */
const EMPTY = /<(iframe|video|audio|object|canvas|textarea|script|style|title)\b((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'<>]){0,2000}?)\/>/giu;
