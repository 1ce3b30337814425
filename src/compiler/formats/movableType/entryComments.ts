import type { Comment } from "#content/comment.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import { commentAuthor, commentBody, noPicture, threaded } from "../../reading/comments.ts";
import { instantOf } from "../../text/instantOf.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { autoParagraphs } from "../wxr/autoParagraphs.ts";
import { dateIn, type Entry, fieldsIn } from "./entries.ts";

/** The comments on an entry: imported if that is requested, else counted. Of those who wrote them, only the name is read. */
export function entryComments({ comments, pings }: Entry, where: ArchivePlace, context: ArchiveContext): Comment[] | undefined {
  if (pings > 0) context.tally?.("pingbacks", pings);
  if (!context.options.comments) {
    if (comments.length > 0) context.tally?.("comments", comments.length);
    return undefined;
  }
  const withoutPictures = { ...context.body(where), picture: noPicture };
  return threaded(
    comments.flatMap((comment, index) => {
      const [head = ""] = HEAD.exec(comment) ?? [];
      const fields = fieldsIn(head);
      const value = (name: string) => fields.get(name)?.[0] ?? "";
      const date = dateIn(value("DATE"));
      const body = commentBody(htmlToBlocks(autoParagraphs(comment.slice(head.length)), withoutPictures));
      const author = commentAuthor(value("AUTHOR"));
      const datePublished = date && instantOf(date, context.settings.timeZone);
      return body.length === 0 ? [] : [{ id: `${index + 1}`, parent: "", author, datePublished, body }];
    }),
  );
}

const HEAD = /^(?:(?:AUTHOR|EMAIL|IP|URL|DATE|ID|PARENT|TITLE):[^\n]*\n?)+/u;
