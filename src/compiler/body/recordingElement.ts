import type { Block } from "#content/blocks/block.ts";
import { recordingType } from "../text/recordingName.ts";
import { cleanText } from "../text/cleanText.ts";
import { attribute, childrenOf, type Element, find, isElement, lineOf } from "./dom.ts";
import { embedOf } from "./embeds.ts";
import { frame, pixels } from "./elementEmbeds.ts";
import { recordingBlock, recordingWords } from "./recordingBlock.ts";
import type { Caption, Walk } from "./walk.ts";

/** `audio` and `video`, with their tracks. If the source is a known service's player, it becomes that service's embed. */
export function recordingElement(element: Element, walk: Walk): Block[] {
  const type = element.tagName === "video" ? "video" : "audio";
  const source = sourceOf(element);
  if (source === undefined || embedOf(source.reference)) return [...frame(element, walk), ...captionBelow(walk)];
  const tracks = find(element.childNodes, ({ tagName }) => tagName === "track");
  const ofKind = (...kinds: string[]) => tracks.filter((track) => kinds.includes(attribute(track, "kind") ?? "subtitles"));
  const captions = ofKind("captions", "subtitles").flatMap((track) => {
    const reference = attribute(track, "src");
    return reference === undefined ? [] : [{ reference, language: attribute(track, "srclang") }];
  });
  const [chapters] = ofKind("chapters").flatMap((track) => attribute(track, "src") ?? []);
  const written = {
    type,
    ...source,
    title: attribute(element, "title") ?? attribute(element, "aria-label"),
    ...captionOf(walk.caption),
    chapters,
    captions: captions.length > 0 ? captions : undefined,
    poster: attribute(element, "poster"),
    width: pixels(attribute(element, "width")),
    height: pixels(attribute(element, "height")),
  } as const;
  const block = recordingBlock(written, walk.context, ({ message, ...more }) => walk.warn(element, message, more));
  return block ? [block] : recordingWords({ ...written, title: written.title ?? lineOf(element.childNodes) }, walk.context);
}

/** `![Title](talk.mp3 "Caption | Credit")`: written like a picture, but the file name is that of a recording. */
export function imageRecording(element: Element, reference: string, caption: Caption | undefined, walk: Walk): Block[] | undefined {
  const mediaType = recordingType(reference);
  if (mediaType === undefined) return undefined;
  const title = cleanText(attribute(element, "alt") ?? "").replace(/\s+/gu, " ");
  const type = mediaType.startsWith("audio/") ? "audio" : "video";
  const written = { type, reference, title, ...captionOf(caption) } as const;
  const block = recordingBlock(written, walk.context, ({ message, ...more }) => walk.warn(element, message, more));
  return block ? [block] : recordingWords(written, walk.context);
}

const captionOf = (caption: Caption | undefined) => caption && { caption: caption.children, credit: caption.credit };

/** The first address that the element gives, which a browser would try first. */
function sourceOf(element: Element): { reference: string; mediaType?: string } | undefined {
  const own = ["src", "data-src"].map((name) => attribute(element, name)).find(Boolean);
  if (own !== undefined) return { reference: own };
  const sources = childrenOf(element).filter((child) => isElement(child) && child.tagName === "source");
  for (const source of sources) {
    const reference = isElement(source) ? attribute(source, "src") : undefined;
    const mediaType = isElement(source) ? attribute(source, "type")?.replace(/\s*;.*$/u, "") : undefined;
    if (reference !== undefined) return { reference, ...(mediaType !== undefined && { mediaType }) };
  }
  return undefined;
}

const captionBelow = ({ caption }: Walk): Block[] =>
  caption && caption.children.length > 0 ? [{ type: "paragraph", children: caption.children }] : [];
