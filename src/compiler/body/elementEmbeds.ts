import type { Block } from "#content/blocks/block.ts";
import { attribute, type Element, find, hasClass, lineOf } from "./dom.ts";
import { type Embed, embedOf } from "./embeds.ts";
import { safeUrl } from "./safeUrl.ts";
import type { Walk } from "./walk.ts";

/**
 * The embed of a post of a known service, recognised by the class of the
 * service's own `blockquote` or `div`. The text inside, such as that of the
 * post, becomes the title, so that it is not lost.
 */
export function elementEmbed(element: Element): Block | undefined {
  const address = postAddress(element);
  const embed = address === undefined ? undefined : embedOf(address);
  return embed && embedBlock(embed, element, lineOf([element]));
}

/** A frame of a known service is an embed; any other is a link, since it could load anything. */
export function frame(element: Element, walk: Walk): Block[] {
  const address = ["src", "data-src", "data", "data-lazy-src"]
    .map((name) => attribute(element, name))
    .find((src) => src && src !== "about:blank");
  const embed = address === undefined ? undefined : embedOf(address);
  if (embed) return [embedBlock(embed, element, attribute(element, "title") ?? "")];
  const inner = ["object", "video", "audio"].includes(element.tagName) ? innerFrame(element) : undefined;
  if (inner) return frame(inner, walk);
  // An object that cannot be shown is replaced by what is in it, which most often links to it.
  if (element.tagName === "object" && find(element.childNodes, (each) => each.tagName === "a" && attribute(each, "href") !== undefined)[0])
    return walk.blocks(element.childNodes);
  const url = address === undefined ? undefined : safeUrl(address, walk.context.link);
  if (address === undefined || url === undefined) {
    walk.warn(element, `<${element.tagName}> shows something that cannot be kept, and was left out.`, { remedy: FRAMES });
    return walk.blocks(element.childNodes);
  }
  walk.warn(element, `<${element.tagName}> shows something from ${address}; a link to it is shown instead.`, { remedy: FRAMES });
  const text = attribute(element, "title") ?? (lineOf(element.childNodes) || address);
  return [{ type: "paragraph", children: [{ type: "link", url, children: [{ type: "text", text }] }] }];
}

const FRAMES = "Only YouTube, Vimeo and the other services listed in docs/article.md can be embedded.";

const innerFrame = (element: Element) =>
  find(element.childNodes, (inner) => ["embed", "iframe", "source"].includes(inner.tagName) && attribute(inner, "src") !== undefined)[0];

function postAddress(element: Element): string | undefined {
  if (hasClass(element, "twitter-tweet", "twitter-video")) return lastLink(element, "/status");
  if (hasClass(element, "instagram-media")) return attribute(element, "data-instgrm-permalink") ?? lastLink(element, "instagram.com/");
  if (hasClass(element, "tiktok-embed")) return attribute(element, "cite");
  if (hasClass(element, "fb-post", "fb-video")) return attribute(element, "data-href") ?? lastLink(element, "facebook.com/");
  return undefined;
}

function lastLink(element: Element, part: string): string | undefined {
  return find(element.childNodes, (inner) => inner.tagName === "a")
    .map((link) => attribute(link, "href"))
    .findLast((href) => href?.includes(part));
}

function embedBlock(embed: Embed, element: Element, title: string): Block {
  const width = pixels(attribute(element, "width"));
  const height = pixels(attribute(element, "height"));
  return {
    type: "embed",
    ...embed,
    ...(title !== "" && { title }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}

/** A length such as "560" or "560px" as a number; undefined for "100%", which says nothing about the shape. */
export function pixels(length: string | undefined): number | undefined {
  const digits = /^(\d{1,5})(?:px)?$/u.exec(length ?? "")?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}
