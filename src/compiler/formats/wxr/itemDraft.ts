import { decoded } from "#content/decoded.ts";
import { htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { leadPicture } from "../fields/leadPicture.ts";
import { plainWords } from "../fields/plainWords.ts";
import type { Blog } from "./blog.ts";
import { modifiedAt, publishedAt } from "./wxrDates.ts";
import { encoded, field, meta, metas } from "./field.ts";
import { wxrBody } from "./wxrBody.ts";
import { withoutShortcodes } from "./shortcodes.ts";
import { termsOf } from "./terms.ts";
import { wxrComments } from "./wxrComments.ts";

/** A sticky post stays at the top of its blog; urgency 1 puts a story at the top of the front page (IPTC ninjs). */
const STICKY = 1;

/** An item as a draft. Files that it refers to by number are looked up in the blog's media. */
export function itemDraft(item: XmlElement, where: ArchivePlace, blog: Blog, context: ArchiveContext): Draft {
  const base = permalink(item, blog) ?? (blog.url === "" ? undefined : `${blog.url}/`);
  const words = (html: string) => plainWords(withoutShortcodes(html), context.body(where)) || undefined;
  const { section, topics, places, authors, language } = termsOf(item, where, blog, context);
  const image = featured(item, where, blog, context, base);
  const body = wxrBody(item, where, blog, context, base);
  const standfirst = words(context.publicText(encoded(item, "excerpt"), where));
  const [first] = body;
  // Themes show the featured picture above the text, where many posts repeat it.
  const isTwice = first?.type === "figure" && first.image.url === image?.url;
  // Squarespace writes the whole path.
  const slug = decoded(field(item, "post_name"))
    .replace(/^.*\/(?=[^/])/su, "")
    .replace(/(?<=.)\.html?$/iu, "");
  return {
    ...where,
    id: idOf(item, blog),
    slug: slug === "" ? undefined : slug,
    headline: words(context.publicText(field(item, "title"), where)),
    standfirst,
    body: isTwice ? body.slice(1) : body,
    section,
    authors,
    datePublished: publishedAt(item),
    dateModified: modifiedAt(item),
    topics,
    places,
    image: isTwice && image && first.image.caption ? { ...image, caption: first.image.caption } : image,
    inLanguage: language,
    urgency: field(item, "is_sticky") === "1" ? STICKY : undefined,
    corrections: [],
    citations: [],
    comments: wxrComments(item, where, context, base),
    oldUrls: oldAddresses(item, blog),
  };
}

function featured(
  item: XmlElement,
  where: ArchivePlace,
  { media }: Blog,
  context: ArchiveContext,
  base: string | undefined,
): Draft["image"] {
  const id = meta(item, "_thumbnail_id");
  if (!/^[1-9]\d*$/u.test(id)) return undefined;
  const attachment = media.attachment(id);
  if (attachment === undefined) {
    context.report({ severity: "warning", ...where, message: "The featured picture is not in the export, so the article has none." });
    return undefined;
  }
  const caption = htmlToInlines(attachment.caption, context.body(where, base));
  return leadPicture({ reference: attachment.url, alt: attachment.alt, caption }, where, context, base);
}

/** Squarespace has no guid. */
export const idOf = (item: XmlElement, blog: Blog): string | undefined => field(item, "guid") || permalink(item, blog);

/** The address at which an item was published. That of Squarespace is a path. */
function permalink(item: XmlElement, { url }: Blog): string | undefined {
  const link = field(item, "link");
  return isWeb(link) ? link : link.startsWith("/") && url !== "" ? new URL(link, url).href : undefined;
}

/** Every address that an item had: its permalink, the one with its number, and those with its earlier names. */
function oldAddresses(item: XmlElement, blog: Blog): string[] {
  const link = permalink(item, blog);
  const id = field(item, "post_id");
  const guid = field(item, "guid");
  const key = field(item, "post_type") === "page" ? "page_id" : "p";
  const numbered = blog.url !== "" && /^\d+$/u.test(id) ? [`${blog.url}/?${key}=${id}`] : [];
  const name = field(item, "post_name");
  const before = link === undefined || name === "" ? [] : metas(item, "_wp_old_slug").map((old) => renamed(link, name, old));
  const all = [link, isWeb(guid) ? guid : undefined, ...numbered, ...before].filter((each) => each !== undefined);
  return [...new Set(all)].filter((address) => !isHome(address, blog));
}

const isWeb = (text: string): boolean => /^https?:\/\//iu.test(text) && URL.canParse(text);

/** A post that was never given an address may have the blog's. */
const isHome = (address: string, { url }: Blog): boolean => address.replace(/\/$/u, "") === url || /^https?:\/\/[^/]+\/?$/iu.test(address);

/** The permalink with another name. */
function renamed(link: string, name: string, old: string): string | undefined {
  const at = link.lastIndexOf(name);
  return at === -1 ? undefined : `${link.slice(0, at)}${old}${link.slice(at + name.length)}`;
}
