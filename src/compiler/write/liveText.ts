import type { Article } from "#content/article.ts";
import { type LiveFile, MOST_LIVE_BYTES, type Post, POSTS_NAMED, postsOf, stampOf } from "#content/liveBlog.ts";

/** The text of the file that an open live blog polls for new posts. It stays small however many there are, and however long their ids. */
export function liveText({ body, liveBlog }: Article): string {
  const all = postsOf(body);
  const stamps = all.slice(0, POSTS_NAMED).map(stampOf);
  const text = (count: number, posts: Post[]): string => {
    const file: LiveFile = {
      ...(liveBlog?.coverageEndTime !== undefined && { ended: true }),
      ...(count === all.length && { isAll: true }),
      ...(all[0] && { date: all[0].date }),
      newest: all.slice(0, count).map(({ id }) => id),
      stamps: stamps.slice(0, count),
      posts,
    };
    return JSON.stringify(file);
  };
  let count = stamps.length;
  while (!fits(text(count, []))) count -= 1;
  let whole = text(count, []);
  for (let some = 1; some <= count; some += 1) {
    const more = text(count, all.slice(0, some));
    if (!fits(more)) break;
    whole = more;
  }
  return whole;
}

/** The limit is in bytes of UTF-8, in which a character has up to four. */
const fits = (text: string): boolean => Buffer.byteLength(text) <= MOST_LIVE_BYTES;
