import type { Comment } from "#content/comment.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import { commentAuthor, commentBody, noPicture, threaded } from "../../reading/comments.ts";
import { instantOf } from "../../text/instantOf.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { type Raw, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { compareText } from "../../text/compareText.ts";

type CommentsOf = (post: Raw, where: ArchivePlace) => Comment[] | undefined;

/**
 * Finds the published comments of a post, if the export has that table. Of its members, only the names are read.
 * The comments of a post that is not imported are not imported either.
 */
export function ghostComments(data: Raw, { settings, body: bodyOf, options }: ArchiveContext): CommentsOf {
  if (!options.comments) return () => undefined;
  const names = new Map(recordsOf(data["members"]).map((member) => [scalarText(member["id"]), scalarText(member["name"])]));
  const likes = new Map<string, number>();
  for (const like of recordsOf(data["comment_likes"])) {
    const id = scalarText(like["comment_id"]);
    likes.set(id, (likes.get(id) ?? 0) + 1);
  }
  const byPost = new Map<string, Raw[]>();
  for (const comment of publishedIn(data)) {
    const id = scalarText(comment["post_id"]);
    const others = byPost.get(id);
    if (others) others.push(comment);
    else byPost.set(id, [comment]);
  }
  return (post, where) => {
    const withoutPictures = { ...bodyOf(where), picture: noPicture };
    return threaded(
      (byPost.get(scalarText(post["id"])) ?? []).flatMap((comment) => {
        const id = scalarText(comment["id"]);
        const body = commentBody(htmlToBlocks(scalarText(comment["html"]), withoutPictures));
        const parent = scalarText(comment["in_reply_to_id"]) || scalarText(comment["parent_id"]);
        const author = commentAuthor(names.get(scalarText(comment["member_id"])) ?? "");
        const datePublished = instantOf(scalarText(comment["created_at"]), settings.timeZone);
        return body.length === 0 ? [] : [{ id, parent, author, datePublished, upvoteCount: likes.get(id), body }];
      }),
    );
  };
}

/** Counts the comments that are left out. */
export function leftOut(data: Raw, { options, tally }: ArchiveContext): void {
  const published = options.comments ? 0 : publishedIn(data).length;
  if (published > 0) tally?.("comments", published);
}

/** In chronological order. */
function publishedIn(data: Raw): Raw[] {
  return recordsOf(data["comments"])
    .filter((comment) => scalarText(comment["status"]) === "published")
    .toSorted((a, b) => compareText(scalarText(a["created_at"]), scalarText(b["created_at"])));
}
