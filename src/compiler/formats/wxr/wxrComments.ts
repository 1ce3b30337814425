import type { Comment } from "#content/comment.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import { commentAuthor, commentBody, noPicture, threaded } from "../../reading/comments.ts";
import { instantOf } from "../../text/instantOf.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { withOffset } from "./wxrDates.ts";
import { field, wpChildren } from "./field.ts";
import { autoParagraphs } from "./autoParagraphs.ts";

/**
 * The approved comments of an item: imported if that is requested, else counted. Of
 * those who wrote them, only the name is read.
 */
export function wxrComments(
  item: XmlElement,
  where: ArchivePlace,
  context: ArchiveContext,
  base: string | undefined,
): Comment[] | undefined {
  const all = wpChildren(item, "comment").filter((each) => ["", "1", "approve", "approved"].includes(field(each, "comment_approved")));
  const written = all.filter((each) => ["", "comment"].includes(field(each, "comment_type")));
  if (all.length > written.length) context.tally?.("pingbacks", all.length - written.length);
  if (written.length > 0 && !context.options.comments) context.tally?.("comments", written.length);
  if (!context.options.comments) return undefined;
  const withoutPictures = { ...context.body(where, base), picture: noPicture };
  return threaded(
    written.flatMap((each, index) => {
      const id = field(each, "comment_id") || `${index + 1}`;
      const parent = field(each, "comment_parent");
      const author = commentAuthor(field(each, "comment_author"));
      const date = withOffset(field(each, "comment_date"), field(each, "comment_date_gmt"));
      const datePublished = date && instantOf(date, context.settings.timeZone);
      const body = commentBody(htmlToBlocks(autoParagraphs(field(each, "comment_content")), withoutPictures));
      return body.length === 0 ? [] : [{ id, parent, author, datePublished, body }];
    }),
  );
}
