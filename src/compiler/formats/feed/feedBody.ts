import type { Block } from "#content/blocks/block.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import { escapeHtml } from "../../text/escaped.ts";
import type { FeedItem, FeedText } from "./feedItem.ts";
import { isBeginning } from "../../body/isBeginning.ts";
import { plainLine } from "./plainLine.ts";

/**
 * The text of an item: its content, else its summary. If there is content, the
 * summary is the standfirst, unless it only repeats how the content begins.
 */
export function feedBody({ content, summary }: FeedItem, body: BodyContext): { blocks: Block[]; standfirst?: string | undefined } {
  const blocks = content === undefined ? [] : withoutFooter(blocksOf(content, body));
  if (blocks.length === 0) return { blocks: summary === undefined ? [] : withoutFooter(blocksOf(summary, body)) };
  const words = plainLine(summary, body)?.replace(FOOTER, "").trim();
  if (words === undefined || words === "" || isBeginning(words, blocks)) return { blocks };
  return { blocks, standfirst: words };
}

/** In a text without markup, empty lines separate the paragraphs. */
function blocksOf({ text, html }: FeedText, body: BodyContext): Block[] {
  return htmlToBlocks(html ? text : paragraphs(text), body);
}

function paragraphs(text: string): string {
  return escapeHtml(text)
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${paragraph.replace(/\n/gu, "<br>")}</p>`)
    .join("\n");
}

/** What WordPress appends to each item of a feed. */
const FOOTER = /(?:^|\s)The post .{1,300} (?:appeared first|first appeared) on .{1,200}$/u;

function withoutFooter(blocks: Block[]): Block[] {
  const last = blocks.at(-1);
  if (last?.type !== "paragraph" || !inlineText(last.children).startsWith("The post ")) return blocks;
  return FOOTER.test(inlineText(last.children)) ? blocks.slice(0, -1) : blocks;
}
