import type { Article } from "#content/article.ts";
import { type LiveFile, MOST_LIVE_BYTES, type Post, POSTS_NAMED, postsOf, stampOf } from "#content/liveBlog.ts";

/** The text of the file by which an open live blog learns of posts: it is small however many there are. */
export function liveText({ body, liveBlog }: Article): string {
  const all = postsOf(body);
  const named = all.slice(0, POSTS_NAMED);
  const newest = named.map(({ id }) => id);
  const stamps = named.map(stampOf);
  const text = (posts: Post[]): string => {
    const file: LiveFile = { ...(liveBlog?.coverageEndTime !== undefined && { ended: true }), newest, stamps, posts };
    return JSON.stringify(file);
  };
  let whole = text([]);
  for (let count = 1; count <= newest.length; count += 1) {
    const more = text(all.slice(0, count));
    if (Buffer.byteLength(more) > MOST_LIVE_BYTES) break;
    whole = more;
  }
  return whole;
}
