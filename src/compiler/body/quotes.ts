import { defaultTreeAdapter } from "parse5";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { markedQuote } from "./callouts.ts";
import { attribute, childrenOf, type Element, find, hasClass, isElement, lineOf } from "./dom.ts";
import { safeUrl } from "./safeUrl.ts";
import { tidyInlines } from "./tidyInlines.ts";
import type { Walk } from "./walk.ts";

/** `blockquote`: the attribution is in its `footer`, in its `cite`, also as a last paragraph, or after a dash in its last line. */
export function quote(element: Element, walk: Walk): Block[] {
  if (isPullQuote(element)) return pullQuote(element, walk);
  const marked = markedQuote(element, walk);
  if (marked) return marked;
  const named = takeAttribution(element, walk);
  const { children, attribution } = named
    ? { children: walk.blocks(element.childNodes), attribution: named }
    : splitQuote(walk.blocks(element.childNodes));
  const cite = attribute(element, "cite");
  const url = cite === undefined ? undefined : safeUrl(cite, walk.context.link);
  if (children.length === 0) return attribution ? [{ type: "paragraph", children: attribution }] : [];
  return [{ type: "quote", children, ...(attribution && { attribution }), ...(url !== undefined && { url }) }];
}

export const isPullQuote = (element: Element): boolean => hasClass(element, "pull", "pullquote", "pull-quote");

export function pullQuote(element: Element, walk: Walk): Block[] {
  if (find(element.childNodes, ({ tagName }) => tagName === "a" || tagName === "img").length > 0)
    walk.warn(element, "A pull quote can only be text; its links and pictures were left out.", { remedy: "Put them into the text." });
  const text = lineOf(element.childNodes);
  return text === "" ? [] : [{ type: "pullQuote", text }];
}

const DASH = /^\s*(?:—|–|―|--)\s*/u;

function takeAttribution(element: Element, walk: Walk): Inline[] | undefined {
  const parts = childrenOf(element).filter(isElement);
  const source = parts.find(({ tagName }) => ["footer", "cite"].includes(tagName)) ?? lastCite(parts);
  if (source === undefined) return undefined;
  defaultTreeAdapter.detachNode(source);
  const words = withoutDash(walk.inlines(source.tagName === "p" ? childrenOf(source).flatMap(childrenOf) : [source]));
  return words.length === 0 ? undefined : words;
}

/** The paragraph at the end of a quote that is nothing but a `cite`, as in our feeds. */
function lastCite([first, ...others]: Element[]): Element | undefined {
  const last = others.at(-1);
  const [cite, ...more] = last?.tagName === "p" ? childrenOf(last) : [];
  return first && cite && isElement(cite) && cite.tagName === "cite" && more.length === 0 ? last : undefined;
}

/**
 * Separates the attribution from a quote's blocks: a last paragraph, or the last
 * line of one, that starts with a dash.
 */
function splitQuote(blocks: Block[]): { children: Block[]; attribution?: Inline[] } {
  const last = blocks.at(-1);
  if (last?.type !== "paragraph") return { children: blocks };
  const cut = last.children.findLastIndex((inline) => inline.type === "break");
  const line = last.children.slice(cut + 1);
  if ((cut === -1 && blocks.length === 1) || !DASH.test(firstText(line))) return { children: blocks };
  const before = tidyInlines(last.children.slice(0, Math.max(cut, 0)));
  const kept: Block[] = before.length === 0 ? [] : [{ type: "paragraph", children: before }];
  return { children: [...blocks.slice(0, -1), ...kept], attribution: withoutDash(line) };
}

function firstText([first]: Inline[]): string {
  if (first?.type === "text") return first.text;
  return first && "children" in first ? firstText(first.children) : "";
}

function withoutDash([first, ...rest]: Inline[]): Inline[] {
  if (first === undefined) return [];
  if (first.type === "text") return tidyInlines([{ type: "text", text: first.text.replace(DASH, "") }, ...rest]);
  return "children" in first ? tidyInlines([{ ...first, children: withoutDash(first.children) }, ...rest]) : [first, ...rest];
}
