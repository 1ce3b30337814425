import type { Block, BlockOf } from "#content/block.ts";
import { slug } from "#content/slug.ts";
import type { PostRelease } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { Release } from "../draft/release/release.ts";
import { instantOf } from "../draft/instantOf.ts";
import type { ArchivePlace } from "./archive.ts";

/** A post of a live blog as an archive tells it. */
export type ToldPost = {
  /** Where it stands there, such as "blocks.body.3". */
  place: string;
  /** Any text that is its own: a key of a database, an address. */
  id: string;
  /** When it was published, as written; "" where nothing is said. */
  date: string;
  headline: string;
  authors: string[];
  key?: boolean;
  pinned?: boolean;
  /** When readers may see it, besides its date; one that nobody may is left out. */
  release?: Release;
  children: Block[];
};

/**
 * Posts of an archive as blocks of their story. One without a moment that can be read cannot be a post: it is
 * named, and its words stand in the summary. What is told twice comes in once; two posts by one id keep both texts.
 * @param where the story; what is reported names the place of the post in it
 */
export function livePosts(told: ToldPost[], where: ArchivePlace, report: Report): { blocks: Block[]; postReleases: PostRelease[] } {
  const posts = new Map<string, BlockOf<"post">>();
  const summary: Block[] = [];
  const postReleases: PostRelease[] = [];
  const warn = ({ place }: ToldPost, message: string, severity: "warning" | "notice" = "warning"): void =>
    report({ severity, file: where.file, place: [where.place, place].filter(Boolean).join(", "), message });
  for (const one of told) {
    const { headline, children, authors } = one;
    const date = instantOf(one.date, "UTC");
    if (one.release?.held !== undefined) {
      warn(one, `The post was left out. ${one.release.held}`, "notice");
      continue;
    }
    if (headline === "" && children.length === 0) {
      warn(one, "The post has neither a headline nor words, so it was left out.", "notice");
      continue;
    }
    if (date === undefined && one.release?.moments) {
      warn(one, "The post does not say when it was published, and may not be public yet, so it was left out.");
      continue;
    }
    if (date === undefined) {
      const said = one.date.trim() === "" ? "does not say when it was published" : `was published at "${one.date}", which is no moment`;
      warn(one, `The post ${said}; its words stand above the posts.`);
      if (headline !== "")
        summary.push({ type: "heading", level: 2, id: slug(headline) || slug(one.place), children: [{ type: "text", text: headline }] });
      summary.push(...children);
      continue;
    }
    const id = slug(one.id) || slug(headline) || slug(date);
    const post: BlockOf<"post"> = {
      type: "post",
      id,
      date,
      ...(headline !== "" && { headline }),
      ...(authors.length > 0 && { authors: [...new Set(authors)].map((name) => ({ name })) }),
      ...(one.key && { key: true }),
      ...(one.pinned && { pinned: true }),
      children,
    };
    const free = freeId(post, posts);
    if (free === undefined) continue;
    if (free !== id) warn(one, `Another post has the id "${id}" too; this one became "${free}".`);
    posts.set(free, { ...post, id: free });
    if (one.release?.moments) postReleases.push({ id: free, moments: one.release.moments });
  }
  return { blocks: [...summary, ...posts.values()], postReleases };
}

/** An id that no other post has; undefined where the same post is there already. */
function freeId(post: BlockOf<"post">, posts: Map<string, BlockOf<"post">>): string | undefined {
  let id = post.id;
  for (let number = 2; posts.has(id); number += 1) {
    if (JSON.stringify(posts.get(id)) === JSON.stringify({ ...post, id })) return undefined;
    id = `${post.id}-${number}`;
  }
  return id;
}
