import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { inlineText, plainText } from "#content/blocks/plainText.ts";
import { dateWithin } from "./dateWithin.ts";

/**
 * The text of an article without what pages put around it and Readability leaves
 * in: section, authors, dates and navigation above it, other stories within and
 * below it.
 * @param known the values of other fields, the headline first
 * @param address of the page: links to other sites are taken to be the author's
 */
export function withoutFurniture(blocks: Block[], known: string[], address?: string): Block[] {
  const names = new Set(known.map(folded).filter((name) => name !== ""));
  const isOwn = ownLinks(address);
  const text = withoutOthers(
    belowHeadline(blocks, folded(known[0] ?? "")).filter((block) => !isLabelOfPage(block)),
    isOwn,
  );
  const start = text.findIndex((block) => !isAbove(block, names));
  const below =
    start === -1 ? [] : text.slice(start).filter((block, at) => at >= HEAD || !isAbove(block, names) || block.type === "divider");
  return below.slice(0, endOf(below, isOwn));
}

/** The number of blocks at the start of a text among which lines of the page may be, such as a date below the standfirst. */
const HEAD = 6;

/** If the headline is repeated, everything above it belongs to the page. */
function belowHeadline(blocks: Block[], headline: string): Block[] {
  const at = blocks.slice(0, DEEPEST).findLastIndex((block) => headline !== "" && folded(textOf(block) ?? "") === headline);
  const isText = blocks
    .slice(0, Math.max(at, 0))
    .some((block) => block.type === "paragraph" && plainText([block]).length > LONGEST_LINE * 2);
  return at === -1 || isText ? blocks : blocks.slice(at + 1);
}

const DEEPEST = 24;

function isAbove(block: Block, names: Set<string>): boolean {
  if (block.type === "divider") return true;
  const text = textOf(block);
  if (text === undefined || (block.type === "list" && !isLinks(block))) return false;
  if (isLinks(block) && (block.type === "list" || text.length <= LONGEST_LINE)) return true;
  return text.length <= LONGEST_LINE && (names.has(folded(text)) || isDateLine(text) || isByline(text) || isBreadcrumb(text));
}

/** In characters: furniture is short, unless it is a list. */
const LONGEST_LINE = 120;

/** A breadcrumb trail: "News » Birds » Cranes". */
const isBreadcrumb = (text: string): boolean => /^[^»›]{1,40}(?: [»›] [^»›]{1,60}){1,5}$/u.test(text);

/** A label or a row of sharing buttons, in some languages of editions, wherever it is. */
function isLabelOfPage(block: Block): boolean {
  const text = textOf(block);
  if (text === undefined || text.length > LONGEST_LINE) return false;
  const words = folded(text);
  return LABELS.test(words) || (words !== "" && words.split(" ").every((word) => NETWORKS.has(word)));
}

const LABELS =
  /^(?:(?:no |\d+ )?comments?|advert(?:isement)?s?|share(?: this(?: (?:article|story))?)?|skip to content|sign in|log in|close|print|continue reading(?: below)?|loading|processing|image \d+ of \d+|kommentare?|anzeige|werbung|teilen|drucken|commentaires?|publicité|partager|imprimer|comentarios?|publicidad|compartir|imprimir|تعليقات|إعلان|شارك)$/u;

const NETWORKS = new Set(
  "share on facebook twitter x whatsapp pinterest pin pint linkedin telegram reddit tumblr email e mail print copy link tweet save baixar flipboard pocket messenger google plus".split(
    " ",
  ),
);

const folded = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

/** "Updated Nov 19, 6:55 AM; Posted Nov 19, 6:51 AM": besides the date and time there are hardly any words. */
function isDateLine(text: string): boolean {
  if (/^(?:published|posted|updated|last updated)?\W*\d+ (?:minute|hour|day|week|month|year)s? ago$/iu.test(text)) return true;
  const date = dateWithin(text);
  if (date === undefined) return false;
  const rest = text.replace(date, " ").match(/\p{L}{3,}/gu) ?? [];
  return rest.length <= 6 && !/[.!?]["”’)]?$/u.test(text.replace(/[ap]\.m\.$/iu, ""));
}

const isByline = (text: string): boolean => /^(?:By|Von|Par|Por|Di|Door) \p{Lu}.{1,70}(?<![.!?])$/u.test(text);

type IsOwn = (block: Block) => boolean;

/** Whether all words of a block are links to other pages of the same site. */
function ownLinks(address: string | undefined): IsOwn {
  const site = siteOf(address ?? "");
  return (block) => isLinks(block) && (site === undefined || addressesIn(block).every((url) => [site, undefined].includes(siteOf(url))));
}

const addressesIn = (block: Block): string[] =>
  [...JSON.stringify(inlinesIn(block)).matchAll(/"url":"([^"]*)"/gu)].map(([, url = ""]) => url);

/** The last two parts of a host name, since a site may have several hosts. */
const siteOf = (url: string): string | undefined =>
  /^https?:/iu.test(url) && URL.canParse(url) ? new URL(url).host.split(".").slice(-2).join(".") : undefined;

/** Where the text ends and other stories begin; their label counts as one of them ("You may also like"). */
function endOf(blocks: Block[], isOwn: IsOwn): number {
  let end = blocks.length;
  while (end > 0 && isOther(blocks[end - 1], isOwn)) end -= 1;
  const links = blocks.slice(end).reduce((count, block) => count + linksIn(block), 0);
  const isText = plainText(blocks.slice(0, end)).length > 2 * plainText(blocks.slice(end)).length;
  if (end < blocks.length && (links < FEWEST || !isText)) return blocks.length;
  return isLabel(blocks[end - 1]) ? end - 1 : end;
}

/** Fewer links than this may well be the article's own. */
const FEWEST = 3;

const isOther = (block: Block | undefined, isOwn: IsOwn): boolean => block !== undefined && (block.type === "divider" || isOwn(block));

/** A heading, or a few words that announce something. */
const isLabel = (block: Block | undefined): boolean =>
  block?.type === "heading" || (block?.type === "paragraph" && /^.{2,40}(?:\.\.\.|…|:)$/u.test(inlineText(block.children).trim()));

/**
 * Several paragraphs and headings in a row that hold only links are other stories,
 * and so are as many long links in one paragraph, or links in a list below a label.
 */
function withoutOthers(blocks: Block[], isOwn: IsOwn): Block[] {
  const isRun = blocks.map((block) => (block.type === "paragraph" || block.type === "heading") && isOwn(block));
  const isList = (block: Block | undefined) => block?.type === "list" && linksIn(block) >= FEWEST && isOwn(block);
  return blocks.filter((block, at) => {
    if (isList(block) && isLabel(blocks[at - 1])) return false;
    if (isLabel(block) && isList(blocks[at + 1])) return false;
    if (!isRun[at]) return true;
    if (linksIn(block) >= FEWEST && plainText([block]).length > LONGEST_LINE) return false;
    const from = isRun.lastIndexOf(false, at) + 1;
    const next = isRun.indexOf(false, at);
    return (next === -1 ? blocks.length : next) - from < FEWEST;
  });
}

/** Whether all words of a block are links. */
function isLinks(block: Block): boolean {
  const text = textOf(block);
  return text !== undefined && text !== "" && inlinesIn(block).every(isLinked);
}

const isLinked = (inline: Inline): boolean => {
  if (inline.type === "link") return true;
  if ("children" in inline) return inline.children.every(isLinked);
  return !/\p{L}{2,}/u.test(inlineText([inline]));
};

const linksIn = (block: Block): number => inlinesIn(block).filter((inline) => JSON.stringify(inline).includes('"type":"link"')).length;

/** Undefined for a block that is more than text, such as a picture. */
function textOf(block: Block): string | undefined {
  return block.type === "paragraph" || block.type === "heading" || block.type === "list" ? plainText([block]).trim() : undefined;
}

function inlinesIn(block: Block): Inline[] {
  if (block.type === "paragraph" || block.type === "heading") return block.children;
  return block.type === "list" ? block.items.flat().flatMap(inlinesIn) : [{ type: "text", text: plainText([block]) }];
}
