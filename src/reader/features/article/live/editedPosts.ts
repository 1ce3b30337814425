import { type LiveFile, type Post, postsOf, stampOf } from "#content/liveBlog.ts";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { parse } from "#content/parse.ts";
import { articlePath, dataFile, postPath } from "#content/paths.ts";
import { PostsPageSchema } from "#content/pages/postsPage.ts";
import { HttpError } from "../../../data/errors.ts";
import { fetchInTime } from "../../../data/fetchInTime.ts";
import { address } from "../../../edition/address.ts";

/** If more posts than this have changed, the whole page is requested first. */
const FEW = 3;

/** The most posts that are requested one by one at a time. */
const AT_ONCE = 6;

/** How often the same change is requested: a post's file may come after the file that names it, or from another version of this code. */
const TRIES = 4;

/** A possible change to a post: it is named with another stamp, or has none because it is no longer named. */
export type Change = { id: string; stamp: string | undefined };

/** A post as the server has it now; undefined if it was withdrawn. */
export type Edit = { id: string; post: Post | undefined };

/** The last change requested for each post, and how often. */
export type Asked = Map<string, { stamp: string | undefined; times: number }>;

/**
 * The posts shown that differ from the live file. The file may be older than they are, so these are only candidates to request.
 * @param gone the ids of posts that are shown as withdrawn
 */
export function changesIn({ newest, stamps = [], isAll = false }: LiveFile, shown: Post[], gone: string[]): Change[] {
  const named = new Map(newest.map((id, at) => [id, stamps[at]]));
  // Posts older than all those named may still exist.
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

/** Requests posts that may have changed. A request that fails is made again the next time, a few times. */
export async function editsOf(changes: Change[], asked: Asked, slug: string, signal: AbortSignal): Promise<Edit[]> {
  const open = changes.filter((change) => timesAsked(change, asked) < TRIES);
  // Only a post's own file tells whether it still exists.
  const named = new Set(open.flatMap(({ id, stamp }) => (stamp === undefined ? [] : [id])));
  const page = named.size > FEW ? await postsOfPage(slug, signal).catch(() => []) : [];
  const ofPage = page.filter(({ id }) => named.has(id));
  const others = open.filter(({ id }) => ofPage.every((post) => post.id !== id)).slice(0, AT_ONCE);
  for (const change of open)
    if (others.includes(change) || ofPage.some(({ id }) => id === change.id))
      asked.set(change.id, { stamp: change.stamp, times: timesAsked(change, asked) + 1 });
  const fetched = await Promise.all(others.map(async (change) => fetchEdit(change, slug, signal).catch(() => [])));
  return [...ofPage.map((post) => ({ id: post.id, post })), ...fetched.flat()];
}

function timesAsked({ id, stamp }: Change, asked: Asked): number {
  const before = asked.get(id);
  return before && before.stamp === stamp ? before.times : 0;
}

async function fetchEdit({ id, stamp }: Change, slug: string, signal: AbortSignal): Promise<Edit[]> {
  const response = await askServer(dataFile(postPath(slug, id)), signal);
  if (stamp === undefined && (response.status === 404 || response.status === 410)) return [{ id, post: undefined }];
  return parse(PostsPageSchema, await jsonOf(response), "post").posts.map((post) => ({ id, post }));
}

/** The posts on the story's page, as the server has it now. */
export async function postsOfPage(slug: string, signal: AbortSignal): Promise<Post[]> {
  const page = await jsonOf(await askServer(dataFile(articlePath(slug)), signal));
  return postsOf(parse(ArticlePageSchema, page, "article").article.body);
}

/**
 * Requests a file from the server itself: the browser must revalidate its cached copy, and because of the query the
 * service worker, which may hold an older one, does not answer.
 * @param file a path below the data address
 */
export const askServer = async (file: string, signal: AbortSignal): Promise<Response> =>
  fetchInTime(`${address().data}${file}?now`, { cache: "no-cache", signal });

/** @throws HttpError */
export async function jsonOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new HttpError(response.status, response.url);
  return response.json();
}
