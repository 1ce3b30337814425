import type { Comment } from "#content/comment.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import { commentAuthor, commentBody, noPicture, threaded } from "../../reading/comments.ts";
import { certainFields } from "../../draft/release/certainFields.ts";
import { releaseOf } from "../../draft/release/release.ts";
import { folded } from "../../draft/release/releaseFields.ts";
import { instantOf } from "../../text/instantOf.ts";
import { type ArchiveContext, type ArchivePlace, archiveTime } from "../archiveFormat.ts";
import { autoParagraphs } from "../wxr/autoParagraphs.ts";
import { dateIn, type Entry, fieldsIn } from "./entries.ts";

/** The comments on an entry that everybody may read: imported if that is requested, else counted. Of those who wrote them, only the name is read. */
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
      if (isHeld(fields, context)) return [];
      const unknown = [...fields.keys()].filter((name) => !READ.has(name) && !FIELDS.has(folded(name)));
      if (unknown.length > 0)
        context.report({
          severity: "warning",
          ...where,
          message: `A field of a comment (${unknown.join(", ")}) is not known, and was left out.`,
        });
      const value = (name: string) => fields.get(name)?.[0] ?? "";
      const date = dateIn(value("DATE"));
      const body = commentBody(htmlToBlocks(autoParagraphs(comment.slice(head.length)), withoutPictures));
      const author = commentAuthor(value("AUTHOR"));
      const datePublished = date && instantOf(date, context.settings.timeZone);
      return body.length === 0 ? [] : [{ id: `${index + 1}`, parent: "", author, datePublished, body }];
    }),
  );
}

/** Lines in capitals up to the first that is none: what an unknown one holds may be a secret, as FC2 Blog's PASS does. */
const HEAD = /^(?:[A-Z][A-Z _]*:[^\n]*(?:\n|$))+/u;

const READ = new Set("AUTHOR,EMAIL,IP,URL,DATE,ID,PARENT,TITLE,PASS,PASSWORD".split(","));

/** Of Movable Type and, for a comment that only the blog's author may read, of FC2 Blog. */
const FIELDS = certainFields({
  secret: { publishes: ["0"], withholds: ["1"] },
  visible: { publishes: ["1"], withholds: ["0"] },
  status: { publishes: ["publish", "published", "approve", "approved", "1"], withholds: ["pending", "hold", "spam", "junk", "trash", "0"] },
  "junk status": { publishes: ["0", "1"], withholds: ["-1"] },
});

function isHeld(fields: Map<string, string[]>, context: ArchiveContext): boolean {
  const said = Object.fromEntries([...fields].filter(([name]) => !READ.has(name)));
  const { held, moments } = releaseOf(said, { ...archiveTime(context), certain: FIELDS });
  return held !== undefined || moments !== undefined;
}
