import { htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveContext, ArchivePlace } from "../archive.ts";
import { leadPicture } from "../leadPicture.ts";
import { type Blog, plainWords } from "./blog.ts";
import { commentsOf } from "./comments.ts";
import { modifiedAt, publishedAt } from "./dates.ts";
import { encoded, field, meta } from "./field.ts";
import { itemBody } from "./itemBody.ts";
import { oldAddresses, permalink } from "./oldAddresses.ts";
import { withoutShortcodes } from "./shortcodes.ts";
import { decoded, termsOf } from "./terms.ts";

/** A stuck post stays on top of its blog; urgency 1 is what leads the front page (IPTC ninjs). */
const STICKY = 1;

/** One item as a draft. What it refers to by number is looked up in the blog's media. */
export function itemDraft(item: XmlElement, where: ArchivePlace, blog: Blog, context: ArchiveContext): Draft {
  const base = permalink(item) ?? (blog.url === "" ? undefined : `${blog.url}/`);
  const words = (html: string) => plainWords(withoutShortcodes(html), where, context) || undefined;
  const { section, topics, places, authors, language } = termsOf(item, where, blog, context);
  const image = featured(item, where, blog, context, base);
  const body = itemBody(item, where, blog, context, base);
  const [first] = body;
  // A theme shows the featured picture above the text, where many posts have it once more.
  const isTwice = first?.type === "figure" && first.image.url === image?.url;
  const slug = decoded(field(item, "post_name"));
  return {
    ...where,
    id: field(item, "guid") || undefined,
    slug: slug === "" ? undefined : slug,
    headline: words(field(item, "title")),
    standfirst: words(encoded(item, "excerpt")),
    body: [...(isTwice ? body.slice(1) : body), ...commentsOf(item, where, context, base)],
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
