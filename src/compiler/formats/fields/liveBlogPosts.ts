import type { Block, BlockOf } from "#content/blocks/block.ts";
import { slug } from "#content/slug.ts";
import type { PostRelease } from "../../draft/draft.ts";
import type { Release } from "../../draft/release/release.ts";
import { postIds } from "../../reading/article/postIds.ts";
import { instantOf } from "../../text/instantOf.ts";
import { type ArchiveContext, type ArchivePlace, archiveTime } from "../archiveFormat.ts";

/** A post of a live blog as an archive gives it. */
export type ArchivedPost = {
  /** Its place in the archive, such as "blocks.body.3". */
  place: string;
  /** Any text that identifies it: a database key, an address. */
  id: string;
  /** When it was published, as written; "" if unknown. */
  date: string;
  headline: string;
  authors: string[];
  key?: boolean;
  pinned?: boolean;
  /** When readers may see it, apart from its date; a post that nobody may see is left out. */
  release?: Release;
  /** Reads its content. Not called for a post that is left out, since reading also fetches pictures. */
  children: () => Block[];
};

/**
 * The posts of an archive as blocks of their story. One without a readable date cannot be a post: it is reported,
 * and its words go into the summary. Identical posts are imported once; different posts with one id are all kept.
 * @param where the story; problems name the place of the post in it
 * @param timeZone the zone of dates that have none; the paper's by default
 */
export function liveBlogPosts(
  entries: ArchivedPost[],
  where: ArchivePlace,
  context: Pick<ArchiveContext, "settings" | "report">,
  timeZone?: string,
): { blocks: Block[]; postReleases: PostRelease[] } {
  const posts: BlockOf<"post">[] = [];
  const summary: Block[] = [];
  const postReleases: PostRelease[] = [];
  const time = archiveTime(context, timeZone);
  const freeId = postIds();
  const warn = ({ place }: ArchivedPost, message: string, severity: "warning" | "notice" = "warning"): void =>
    context.report({ severity, file: where.file, place: [where.place, place].filter(Boolean).join(", "), message });
  for (const entry of entries) {
    const { headline, authors } = entry;
    const date = instantOf(entry.date, time.timeZone);
    if (entry.release?.held !== undefined) {
      warn(entry, `The post was left out. ${entry.release.held}`, "notice");
      continue;
    }
    if (date === undefined && entry.release?.moments) {
      warn(entry, "The post does not say when it was published, and may not be public yet, so it was left out.");
      continue;
    }
    const children = entry.children();
    if (headline === "" && children.length === 0) {
      warn(entry, "The post has neither a headline nor words, so it was left out.", "notice");
      continue;
    }
    if (date === undefined) {
      const said =
        entry.date.trim() === "" ? "does not say when it was published" : `was published at "${entry.date}", which is not a date and time`;
      warn(entry, `The post ${said}; its words are above the posts.`);
      if (headline !== "")
        summary.push({ type: "heading", level: 2, id: slug(headline) || slug(entry.place), children: [{ type: "text", text: headline }] });
      summary.push(...children);
      continue;
    }
    const id = slug(entry.id) || slug(headline) || slug(date);
    const post: BlockOf<"post"> = {
      type: "post",
      id,
      date,
      ...(headline !== "" && { headline }),
      ...(authors.length > 0 && { authors: [...new Set(authors)].map((name) => ({ name })) }),
      ...(entry.key && { key: true }),
      ...(entry.pinned && { pinned: true }),
      children,
    };
    const free = freeId(post);
    if (free === undefined) continue;
    if (free !== id) warn(entry, `Another post has the id "${id}" too; this one became "${free}".`);
    posts.push({ ...post, id: free });
    if (entry.release?.moments) postReleases.push({ id: free, moments: entry.release.moments });
  }
  return { blocks: [...summary, ...posts], postReleases };
}
