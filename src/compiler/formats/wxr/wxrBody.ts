import type { Block } from "#content/blocks/block.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { embedWrappers, autoEmbeds } from "./autoEmbeds.ts";
import type { Blog } from "./blog.ts";
import { rawCode } from "./codeShortcodes.ts";
import { editorBlocks } from "./editorBlocks.ts";
import { encoded, field } from "./field.ts";
import type { Media } from "./wxrMedia.ts";
import { autoParagraphs } from "./autoParagraphs.ts";
import { shortcodesToHtml } from "./shortcodes.ts";
import { isSquarespace, squarespaceHtml, squarespaceOriginal } from "./squarespaceHtml.ts";

/** The text of an item: from the block editor as it is, anything else with the paragraphs that WordPress would add. */
export function wxrBody(
  item: XmlElement,
  where: ArchivePlace,
  { media }: Blog,
  context: ArchiveContext,
  base: string | undefined,
): Block[] {
  const notice = (message: string) => context.report({ severity: "notice", ...where, message });
  const options = { media, post: field(item, "post_id"), notice };
  const sharedBlock = (id: string) => {
    const shared = media.sharedBlock(id);
    return shared && context.publicText(shared, where);
  };
  const content = context.publicText(squarespaceHtml(encoded(item, "content").replace(/\r\n?/gu, "\n")), where);
  const html = editorBlocks(rawCode(content), { media: { sharedBlock }, notice })
    .map(({ text, classic }) => {
      const own = shortcodesToHtml(text, options);
      return classic && !isSquarespace(content) ? autoParagraphs(autoEmbeds(own)) : embedWrappers(own);
    })
    .join("\n");
  const written = content.replace(SHORTCODE, "");
  return htmlToBlocks(html, { ...withOriginals(context.body(where, base), media, base), written }).map(galleryOf);
}

/** Shortcodes that have no form here are reported, and brackets in a sentence hold few words. An index (`$a[0]`) and what Word writes (`<!--[if …]>`) are none. */
const SHORTCODE = /(?:\[\/|(?<![\w$]|<!|<!--)\[)[a-z][\w-]*(?:[\s:=](?:"[^"[]*"|'[^'[]*'|[^[\]"'])*)?\/?\]/giu;

/** Before version 5.9, galleries were lists of pictures. */
function galleryOf(block: Block): Block {
  if (block.type !== "list" || block.items.length < 2) return block;
  const images = block.items.flatMap(([only, ...rest]) => (only?.type === "figure" && rest.length === 0 ? [only.image] : []));
  return images.length === block.items.length ? { type: "gallery", images } : block;
}

/** "photo-300x200.jpg" is a copy that WordPress made; the original is in the library. */
function withOriginals(body: BodyContext, media: Media, base: string | undefined): BodyContext {
  return {
    ...body,
    // The text was read before its shortcodes: those that it only shows are plain text now.
    publicText: undefined,
    picture: (reference) => {
      const original = reference.replace(/-\d{1,5}x\d{1,5}(?=\.\w{3,4}(?:\?[^/]*)?$)/u, "");
      const full = original !== reference && URL.canParse(original, base) ? new URL(original, base).href.replace(/\?.*$/u, "") : undefined;
      return body.picture(full !== undefined && media.has(full) ? full : squarespaceOriginal(reference));
    },
  };
}
