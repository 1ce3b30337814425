import { isPictureFile, isPictureName } from "../text/isPictureName.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { hasLink } from "#content/blocks/visitBlocks.ts";
import { pictureRemedy } from "./bodyContext.ts";
import { focusOf } from "../draft/focus.ts";
import { cleanText } from "../text/cleanText.ts";
import { attribute, type Element, hasClass } from "./dom.ts";
import { imageRecording } from "./recordingElement.ts";
import { safeUrl } from "./safeUrl.ts";
import { tidyInlines } from "./tidyInlines.ts";
import type { Caption, Walk } from "./walk.ts";

/** An `img` as a figure; if it cannot be shown, its words instead, with a link if it is on another site. */
export function pictureBlock(element: Element, walk: Walk): Block[] {
  if (!isPicture(element)) return [];
  const reference = referenceOf(element);
  if (reference === undefined) {
    walk.warn(element, "A picture names no file; its words are shown instead.", { remedy: "Name the file, or remove the picture." });
    return pictureWords(undefined, attribute(element, "alt") ?? "", walk.caption?.children ?? []);
  }
  const alt = cleanText(attribute(element, "alt") ?? "").replace(/\s+/gu, " ");
  const own = walk.caption ?? titleCaption(element, walk);
  const recording = imageRecording(element, reference, own, walk);
  if (recording) return recording;
  const caption = linked(own, alt, walk.link);
  const result = walk.context.picture(reference);
  if ("reason" in result) {
    const { nearest, reason } = result;
    // Without a picture, the bare address of the link around it is not worth showing.
    const words = alt === "" && (own?.children.length ?? 0) === 0 ? [] : (caption?.children ?? []);
    const rest = pictureWords(safeUrl(reference, walk.context.link), alt, words);
    const fate = rest.length === 0 ? "it has no words to show instead, and was left out" : "its words are shown instead";
    walk.warn(element, `The picture ${short(reference)} ${reason}; ${fate}.`, {
      ...(nearest !== undefined && { nearest }),
      remedy: pictureRemedy(reason),
    });
    return rest;
  }
  const { children, credit } = caption ?? { children: [] };
  // The cover block of WordPress has it there.
  const focus = focusOf(attribute(element, "data-object-position") ?? "");
  return [
    {
      type: "figure",
      image: {
        ...result.picture,
        alt,
        ...(focus !== undefined && { focus }),
        ...(children.length > 0 && { caption: children }),
        ...(credit !== undefined && { credit }),
      },
    },
  ];
}

/** Whether the element is a real picture: not an image used as a character, and not a tracking pixel. */
export const isPicture = (element: Element): boolean =>
  element.tagName === "img" && glyph(element) === undefined && !["0", "1", "2"].includes(attribute(element, "width") ?? "");

/** The character that an emoji image in the text represents. */
export const glyph = (element: Element): string | undefined =>
  element.tagName === "img" && hasClass(element, "emoji", "wp-smiley") ? (attribute(element, "alt") ?? "") : undefined;

/** Splits "Caption | Credit". */
export function splitCaption(text: string): Caption {
  const bar = text.lastIndexOf("|");
  const credit = bar === -1 ? "" : text.slice(bar + 1).trim();
  const children = tidyInlines([{ type: "text", text: bar === -1 ? text : text.slice(0, bar) }]);
  return { children, ...(credit !== "" && { credit }) };
}

function titleCaption(element: Element, walk: Walk): Caption | undefined {
  const title = walk.context.titleIsCaption ? attribute(element, "title") : undefined;
  return title === undefined ? undefined : splitCaption(cleanText(title));
}

/** A figure cannot be a link in the model, so its caption becomes one, unless the link only opens a larger version of the picture. */
function linked(caption: Caption | undefined, alt: string, url: string | undefined): Caption | undefined {
  if (url === undefined || isPictureName(url)) return caption;
  const children = caption && caption.children.length > 0 ? caption.children : [text(alt || url)];
  return hasLink(children) ? caption : { ...caption, children: [{ type: "link", url, children }] };
}

/** What is shown instead of a picture: its caption, or else its alternative text unless that is a file name; linked to a remote picture. */
export function pictureWords(url: string | undefined, alt: string, caption: Inline[]): Block[] {
  const own = inlineText(caption).trim() !== "" ? caption : alt === "" || isPictureFile(alt) ? [] : [text(alt)];
  if (own.length === 0) return [];
  const isRemote = url !== undefined && /^https?:/iu.test(url);
  const children: Inline[] = isRemote && !hasLink(own) ? [{ type: "link", url, children: own }] : own;
  return [{ type: "paragraph", children, ofPicture: true }];
}

const text = (words: string): Inline => ({ type: "text", text: words });
const short = (reference: string): string => (reference.length > 120 ? `${reference.slice(0, 120)}…` : reference);

/** Pages with lazy loading keep the address in another attribute and a placeholder in `src`. */
function referenceOf(element: Element): string | undefined {
  const candidates = ["src", "data-src", "data-lazy-src", "data-original", "srcset"].map((name) => attribute(element, name));
  const [first] = candidates.filter((src) => src !== undefined && !src.startsWith("data:"));
  return first === undefined ? attribute(element, "src") : first.split(/\s/u)[0];
}
