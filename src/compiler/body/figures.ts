import { defaultTreeAdapter } from "parse5";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { childrenOf, type Element, find, hasClass, isTextNode, lineOf } from "./dom.ts";
import { isPicture } from "./pictureBlock.ts";
import type { Caption, Walk } from "./walk.ts";

/** A `figure` with any content: its caption goes to the picture, recording, table or quote inside, or else into a paragraph after it. */
export function figure(element: Element, walk: Walk): Block[] {
  const caption = takeCaption(element, walk);
  const isOne = find(element.childNodes, (inner) => isPicture(inner) || isRecording(inner)).length === 1;
  if (caption && isOne) return walk.blocks(element.childNodes, { caption });
  const blocks = gallery(walk.blocks(element.childNodes));
  return caption ? withCaption(blocks, caption) : blocks;
}

/** Blocks that are two or more pictures and nothing else become a gallery. */
export function gallery(blocks: Block[]): Block[] {
  const images = blocks.flatMap((block) => (block.type === "figure" ? [block.image] : block.type === "gallery" ? block.images : []));
  const isGallery = images.length > 1 && blocks.every((block) => block.type === "figure" || block.type === "gallery");
  return isGallery ? [{ type: "gallery", images }] : blocks;
}

const isRecording = ({ tagName }: Element): boolean => tagName === "audio" || tagName === "video";

const isCaption = (element: Element): boolean => element.tagName === "figcaption" || hasClass(element, "wp-caption-text");

function takeCaption(element: Element, walk: Walk): Caption | undefined {
  const [caption] = find(element.childNodes, (inner) => inner.tagName === "figure" || isCaption(inner)).filter(isCaption);
  if (caption === undefined) return undefined;
  defaultTreeAdapter.detachNode(caption);
  const credit = takeCredit(caption, walk);
  const children = walk.inlines(caption.childNodes);
  return children.length === 0 && credit === "" ? undefined : { children, ...(credit !== "" && { credit }) };
}

/** The credit comes last in a caption; a `cite` followed by other text is the title of a work. */
function takeCredit(caption: Element, walk: Walk): string {
  const isCredit = (inner: Element) => ["small", "cite"].includes(inner.tagName) || hasClass(inner, "credit", "wp-media-credit");
  const credit = find(caption.childNodes, isCredit).at(-1);
  if (credit === undefined || !isLast(credit, caption)) return "";
  defaultTreeAdapter.detachNode(credit);
  if (find([credit], ({ tagName }) => tagName === "a").length > 0)
    walk.warn(credit, "A picture's credit can only be text; its link was left out.", {
      severity: "notice",
      remedy: "Put the link into the caption.",
    });
  return lineOf([credit]);
}

function isLast(element: Element, root: Element): boolean {
  for (let node = element; ;) {
    const parent = node.parentNode;
    if (!parent || !("tagName" in parent)) return false;
    const after = childrenOf(parent).slice(childrenOf(parent).indexOf(node) + 1);
    if (after.some((other) => !isTextNode(other) || other.value.trim() !== "")) return false;
    if (parent === root) return true;
    node = parent;
  }
}

function withCaption(blocks: Block[], caption: Caption): Block[] {
  const [only, ...rest] = blocks;
  const children = wordsOf(caption);
  if (only && rest.length === 0) {
    if (only.type === "table" && only.caption === undefined) return [{ ...only, caption: children }];
    if (only.type === "quote" && only.attribution === undefined) return [{ ...only, attribution: children }];
  }
  return [...blocks, { type: "paragraph", children }];
}

const wordsOf = ({ children, credit }: Caption): Inline[] =>
  credit === undefined ? children : [...children, { type: "text", text: children.length === 0 ? credit : ` ${credit}` }];
