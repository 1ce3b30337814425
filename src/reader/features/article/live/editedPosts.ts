import { type LiveFile, type Post, postsOf, stampOf } from "#content/liveBlog.ts";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { parse } from "#content/parse.ts";
import { articlePath, dataFile, postPath } from "#content/paths.ts";
import { PostsPageSchema } from "#content/pages/postsPage.ts";
import { HttpError } from "../../../data/errors.ts";
import { fetchInTime } from "../../../data/fetchInTime.ts";
import { address } from "../../../edition/address.ts";

/** More than this are first looked for in the whole page. */
const FEW = 3;

/** The most that are asked for one by one at a time. */
const AT_ONCE = 6;

/** How often the same is asked: a file may come later than the one that tells of it, or be of another version of this code. */
const TRIES = 4;

/** What may have become of a post: it is named with another stamp, or is named no more and has none. */
export type Change = { id: string; stamp: string | undefined };

/** A post as the server has it now; none where it was withdrawn. */
export type Edit = { id: string; post: Post | undefined };

/** For each post what was asked last, and how often. */
export type Asked = Map<string, { stamp: string | undefined; times: number }>;

/**
 * Which of the posts that are shown the small file has otherwise. It may be older than they are, so each is only to be asked for.
 * @param gone the ids of those that are shown as withdrawn
 */
export function changesIn({ newest, stamps = [], isAll = false }: LiveFile, shown: Post[], gone: string[]): Change[] {
  const named = new Map(newest.map((id, at) => [id, stamps[at]]));
  // What is older than all that are named may be there still.
  const last = isAll ? shown.length : shown.findLastIndex(({ id }) => named.has(id));
  return shown.flatMap((post, at) => {
    const { id } = post;
    const stamp = named.get(id);
    const isChanged = named.has(id)
      ? gone.includes(id) || (stamp !== undefined && stamp !== stampOf(post))
      : at < last && !gone.includes(id);
    return isChanged ? [{ id, stamp }] : [];
  });
}

/** Asks for posts that may have changed. What does not come is asked for again the next time, a few times. */
export async function editsOf(changes: Change[], asked: Asked, slug: string, signal: AbortSignal): Promise<Edit[]> {
  const open = changes.filter((change) => timesAsked(change, asked) < TRIES);
  // Whether a post is there still, only its own file tells.
  const named = new Set(open.flatMap(({ id, stamp }) => (stamp === undefined ? [] : [id])));
  const page = named.size > FEW ? await postsOfPage(slug, signal).catch(() => []) : [];
  const ofPage = page.filter(({ id }) => named.has(id));
  const others = open.filter(({ id }) => ofPage.every((post) => post.id !== id)).slice(0, AT_ONCE);
  for (const change of open)
    if (others.includes(change) || ofPage.some(({ id }) => id === change.id))
      asked.set(change.id, { stamp: change.stamp, times: timesAsked(change, asked) + 1 });
  const own = await Promise.all(others.map(async (change) => ofItself(change, slug, signal).catch(() => [])));
  return [...ofPage.map((post) => ({ id: post.id, post })), ...own.flat()];
}

function timesAsked({ id, stamp }: Change, asked: Asked): number {
  const before = asked.get(id);
  return before && before.stamp === stamp ? before.times : 0;
}

async function ofItself({ id, stamp }: Change, slug: string, signal: AbortSignal): Promise<Edit[]> {
  const response = await askServer(dataFile(postPath(slug, id)), signal);
  if (stamp === undefined && (response.status === 404 || response.status === 410)) return [{ id, post: undefined }];
  return parse(PostsPageSchema, await jsonOf(response), "post").posts.map((post) => ({ id, post }));
}

/** The posts that the page of the story has now. */
export async function postsOfPage(slug: string, signal: AbortSignal): Promise<Post[]> {
  const page = await jsonOf(await askServer(dataFile(articlePath(slug)), signal));
  return postsOf(parse(ArticlePageSchema, page, "article").article.body);
}

/**
 * Asks the server itself. Of the browser's cache only what the server says is the same; and what has a query
 * the service worker leaves alone, which may have an older one.
 * @param file below the data address
 */
export const askServer = async (file: string, signal: AbortSignal): Promise<Response> =>
  fetchInTime(`${address().data}${file}?now`, { cache: "no-cache", signal });

/** @throws HttpError */
export async function jsonOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new HttpError(response.status, response.url);
  return response.json();
}
