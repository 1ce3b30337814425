import type { Comment } from "#content/comment.ts";
import { commentAuthor, commentBody, noPicture } from "../comments.ts";
import { instantOf } from "../../text/instantOf.ts";
import type { ArticleContext } from "./articleContext.ts";
import { readBlocks } from "./readBlocks.ts";
import { isRecord, listed, numberIn, scalarText } from "../../text/jsonRecord.ts";

/** Replies nested deeper are reported and left out: no known site has any. */
const DEEPEST = 40;

/** The comments of an article, as an import writes them. Those without text are reported and left out. */
export function readComments(value: unknown, path: string, context: ArticleContext, depth = 0): Comment[] {
  const withoutPictures = { ...context, body: { ...context.body, picture: noPicture } };
  return listed(value).flatMap((each, index): Comment[] => {
    const at = `${path}.${index}`;
    const body = isRecord(each) && depth < DEEPEST ? commentBody(readBlocks(each["body"], `${at}.body`, withoutPictures)) : [];
    if (!isRecord(each) || body.length === 0) {
      context.warn(at, `${at} has no text that can be read; it was left out.`);
      return [];
    }
    const id = scalarText(each["id"]);
    const votes = numberIn(each["upvoteCount"]);
    return [
      {
        // The id becomes part of an address. One that cannot is replaced by the comment's place.
        id: /^[\w.-]+$/u.test(id) ? id : (at.match(/\d+/gu) ?? []).map((place) => Number(place) + 1).join("."),
        author: commentAuthor(scalarText(each["author"])),
        datePublished: instantOf(scalarText(each["datePublished"]), context.settings.timeZone),
        upvoteCount: Number.isInteger(votes) && votes >= 0 ? votes : undefined,
        body,
        replies: readComments(each["replies"], `${at}.replies`, context, depth + 1),
      },
    ];
  });
}
