import { createHash } from "node:crypto";
import { XmlError } from "../../xml/XmlError.ts";
import { readXml, type XmlInput } from "../../xml/readXml.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import { encoded, field, meta } from "./field.ts";

/** A file of the media library. The caption is HTML. */
export type Attachment = { url: string; title: string; alt: string; caption: string };

/** What posts refer to by number. */
export type Media = {
  attachment: (id: string) => Attachment | undefined;
  /** Those that were uploaded to a post, in the order of the file. */
  uploadedTo: (post: string) => string[];
  /** Whether a file of that address is in the library. */
  has: (url: string) => boolean;
  /** The content of a block that several posts share. */
  sharedBlock: (id: string) => string | undefined;
};

/** A first pass over the file that keeps only what others refer to. A file that breaks off gives what it has. */
export async function mediaIn(file: XmlInput): Promise<Media> {
  const attachments = new Map<string, Buffer>();
  const byPost = new Map<string, string[]>();
  const urls = new Set<string>();
  const blocks = new Map<string, string>();
  const keep = (item: XmlElement): void => {
    const id = copied(field(item, "post_id"));
    const type = field(item, "post_type");
    if (type === "wp_block") blocks.set(id, copied(encoded(item, "content")));
    if (type !== "attachment") return;
    const attachment = attachmentOf(item);
    attachments.set(id, Buffer.from(JSON.stringify(attachment)));
    urls.add(keyOf(attachment.url));
    const post = copied(field(item, "post_parent"));
    if (post !== "" && post !== "0") byPost.set(post, [...(byPost.get(post) ?? []), id]);
  };
  try {
    for await (const item of readXml(file, { paths: ["rss/channel/item"], report: () => {} })) keep(item);
  } catch (error) {
    // The second pass meets it as well, and reports it.
    if (!(error instanceof XmlError)) throw error;
  }
  return {
    attachment: (id) => {
      const kept = attachments.get(id);
      if (kept === undefined) return undefined;
      const attachment: Attachment = JSON.parse(kept.toString());
      return attachment;
    },
    uploadedTo: (post) => byPost.get(post) ?? [],
    has: (url) => urls.has(keyOf(url)),
    sharedBlock: (id) => blocks.get(id),
  };
}

const attachmentOf = (item: XmlElement): Attachment => ({
  url: field(item, "attachment_url") || field(item, "guid"),
  title: field(item, "title"),
  alt: meta(item, "_wp_attachment_image_alt"),
  caption: encoded(item, "excerpt").trim(),
});

/** A part of a text keeps the whole text in memory (V8), which would be the file in the end; a copy does not. */
const copied = (text: string): string => Buffer.from(text).toString();

/** Twelve letters for an address of any length. http and https are the same file. */
const keyOf = (url: string): string =>
  createHash("sha1")
    .update(url.replace(/^https?:/iu, ""))
    .digest("base64url")
    .slice(0, 12);
