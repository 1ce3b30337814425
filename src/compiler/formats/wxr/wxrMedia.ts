import type { DiskTable } from "../../state/DiskTable.ts";
import { DiskTables } from "../../state/DiskTables.ts";
import { XmlError } from "../../xml/XmlError.ts";
import { readXml, type XmlInput } from "../../xml/readXml.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import { encoded, field, meta } from "./field.ts";

/** A file of the media library. The caption is HTML. */
export type Attachment = { url: string; title: string; alt: string; caption: string };

/** Files and blocks that posts refer to by number. */
export type Media = {
  attachment: (id: string) => Attachment | undefined;
  /** The ids of files uploaded to a post, in the order of the export. */
  uploadedTo: (post: string) => string[];
  /** Whether a file with that address is in the library. */
  has: (url: string) => boolean;
  /** The content of a block shared by several posts. */
  sharedBlock: (id: string) => string | undefined;
  /** The post types of plugins' rules for who may read which posts. An export has the rules, but not which posts each applies to. */
  rules: ReadonlySet<string>;
  close: () => void;
};

/**
 * A first pass over the file that keeps only what others refer to, and keeps it on
 * disk. A file that is cut off gives what it has.
 */
export async function mediaIn(file: XmlInput): Promise<Media> {
  const tables = new DiskTables();
  const [attachments, urls, blocks] = [tables.table("attachments"), tables.table("urls"), tables.table("blocks")];
  const rules = new Set<string>();
  const uploads = uploadsIn(tables.table("uploads"));
  const keep = (item: XmlElement): void => {
    const id = field(item, "post_id");
    const type = field(item, "post_type");
    if (RULES.has(type) && field(item, "status") === "publish") rules.add(type);
    if (type === "wp_block") blocks.set(id, encoded(item, "content"));
    if (type !== "attachment") return;
    const attachment = attachmentOf(item);
    attachments.set(id, JSON.stringify(attachment));
    urls.set(keyOf(attachment.url), "");
    uploads.add(field(item, "post_parent"), id);
  };
  try {
    for await (const item of readXml(file, { paths: ["rss/channel/item"], report: () => {} })) keep(item);
  } catch (error) {
    // The second pass runs into the same error, and reports it.
    if (!(error instanceof XmlError)) throw error;
  }
  return {
    attachment: (id) => {
      const kept = attachments.get(id);
      if (kept === undefined) return undefined;
      const attachment: Attachment = JSON.parse(kept);
      return attachment;
    },
    uploadedTo: uploads.of,
    has: (url) => urls.has(keyOf(url)),
    sharedBlock: (id) => blocks.get(id),
    rules,
    close: () => tables.close(),
  };
}

/** MemberPress, WooCommerce Memberships, Content Control, Restrict User Access */
const RULES = new Set(["memberpressrule", "wc_membership_plan", "cc_restriction", "restriction"]);

/** The files uploaded to each post, with one row per file: a post may have thousands. */
function uploadsIn(table: DiskTable) {
  const count = (post: string) => Number(table.get(post) ?? 0);
  return {
    add: (post: string, id: string): void => {
      if (post === "" || post === "0") return;
      table.set(`${post} ${count(post)}`, id);
      table.set(post, String(count(post) + 1));
    },
    of: (post: string): string[] => Array.from({ length: count(post) }, (_, at) => table.get(`${post} ${at}`) ?? ""),
  };
}

const attachmentOf = (item: XmlElement): Attachment => ({
  url: field(item, "attachment_url") || field(item, "guid"),
  title: field(item, "title"),
  alt: meta(item, "_wp_attachment_image_alt"),
  // Squarespace writes only a key here.
  caption: encoded(item, "excerpt")
    .trim()
    .replace(/^exc-[\da-f]{24}$/u, ""),
});

/** http and https are the same file. */
const keyOf = (url: string): string => url.replace(/^https?:/iu, "");
