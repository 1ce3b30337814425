import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { inlineText } from "#content/blocks/plainText.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Limits in characters and levels of nesting: a reply has a few thousand characters and hardly nests. Anything beyond is left out. */
const LONGEST = 50_000;
const DEEPEST = 30;

/**
 * Turns the HTML of a reply into blocks, which are drawn like those of a story: only text, the marks listed here and
 * web links reach the page. It is parsed into objects, never by the document.
 */
export function replyBody(html: string): Block[] {
  return flow(parseFragment(html.slice(0, LONGEST)).childNodes, 0);
}

/** Elements whose content is not text. */
const SILENT = /^(?:script|style|template|noscript|iframe|object|svg|math|title|head|select|textarea|audio|video|noembed|noframes|xmp)$/u;

const HEADING = /^h[1-6]$/u;

function flow(nodes: Node[], depth: number): Block[] {
  const blocks: Block[] = [];
  let line: Inline[] = [];
  const endLine = () => {
    if (inlineText(line).trim() !== "") blocks.push({ type: "paragraph", children: line });
    line = [];
  };
  for (const node of depth > DEEPEST ? [] : nodes) {
    const block = "tagName" in node ? blockOf(node, depth + 1) : undefined;
    if (block) {
      endLine();
      blocks.push(...block);
    } else line.push(...inlinesOf(node, depth + 1));
  }
  endLine();
  return blocks;
}

/** @returns undefined for inline content */
function blockOf({ tagName, childNodes }: Element, depth: number): Block[] | undefined {
  if (tagName === "p" || tagName === "div") return flow(childNodes, depth);
  if (tagName === "blockquote") return filled({ type: "quote", children: flow(childNodes, depth) });
  if (tagName === "ul" || tagName === "ol") {
    const items = childNodes.flatMap((item) => ("tagName" in item && item.tagName === "li" ? [flow(item.childNodes, depth)] : []));
    return items.length === 0 ? [] : [{ type: "list", ordered: tagName === "ol", items }];
  }
  const children = HEADING.test(tagName) ? [marked("strong", lineOf(childNodes, depth))] : [];
  if (tagName === "pre") children.push({ type: "code", text: inlineText(lineOf(childNodes, depth)) });
  return children.length === 0 ? undefined : [{ type: "paragraph", children }];
}

const filled = (quote: Extract<Block, { type: "quote" }>): Block[] => (quote.children.length === 0 ? [] : [quote]);

const lineOf = (nodes: Node[], depth: number): Inline[] => nodes.flatMap((node) => inlinesOf(node, depth));

const MARKS: Record<string, "strong" | "emphasis" | "del" | "sub" | "sup" | "ins"> = {
  b: "strong",
  strong: "strong",
  em: "emphasis",
  i: "emphasis",
  del: "del",
  s: "del",
  sub: "sub",
  sup: "sup",
  u: "ins",
};

const marked = (type: (typeof MARKS)[string], children: Inline[]): Inline => ({ type, children });

function inlinesOf(node: Node, depth: number): Inline[] {
  if ("value" in node) return [{ type: "text", text: node.value.replace(/\s+/gu, " ") }];
  if (!("tagName" in node) || depth > DEEPEST || SILENT.test(node.tagName)) return [];
  const { tagName } = node;
  if (tagName === "br") return [{ type: "break" }];
  // Mastodon hides the scheme and the end of a long address with these two classes.
  const classes = attribute(node, "class").split(" ");
  if (classes.includes("invisible")) return [];
  const children = lineOf(node.childNodes, depth + 1);
  if (classes.includes("ellipsis")) return [...children, { type: "text", text: "…" }];
  const mark = Object.hasOwn(MARKS, tagName) ? MARKS[tagName] : undefined;
  if (mark) return [marked(mark, children)];
  if (tagName === "code") return [{ type: "code", text: inlineText(children) }];
  const url = tagName === "a" ? webAddress(attribute(node, "href")) : undefined;
  return url === undefined ? children : [{ type: "link", url, children }];
}

const attribute = ({ attrs }: Element, name: string): string => attrs.find((attr) => attr.name === name)?.value ?? "";

function webAddress(href: string): string | undefined {
  const { protocol, href: whole } = URL.canParse(href) ? new URL(href) : { protocol: "", href: "" };
  return protocol === "https:" || protocol === "http:" ? whole : undefined;
}
