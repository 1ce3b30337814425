import { type LiveFile, type Post, POSTS_NAMED, postsOf, stampOf } from "#content/liveBlog.ts";
import { ArticlePageSchema } from "#content/articlePage.ts";
import { parse } from "#content/parse.ts";
import { articlePath, dataFile, postPath } from "#content/paths.ts";
import { PostsPageSchema } from "#content/postsPage.ts";
import { fetchInTime } from "../../../data/fetchInTime.ts";
import { address } from "../../../edition/address.ts";

/** More than this come with the whole page. */
const FEW = 3;

/** Which of the posts that are shown have other words by now, and which are there no more. */
export function editsIn({ newest, stamps = [] }: LiveFile, shown: Post[]): { edited: string[]; gone: string[] } {
  const named = new Map(newest.map((id, at) => [id, stamps[at]]));
  // What is older than all that are named may be there still.
  const last = newest.length < POSTS_NAMED ? shown.length : shown.findLastIndex(({ id }) => named.has(id));
  const edited = shown.filter((post) => (named.get(post.id) ?? stampOf(post)) !== stampOf(post));
  return { edited: edited.map(({ id }) => id), gone: shown.slice(0, last).flatMap(({ id }) => (named.has(id) ? [] : [id])) };
}

/** Posts as they are now: those of the file, else each by itself, else those of the page. */
export async function postsNow(ids: string[], file: LiveFile, slug: string, signal: AbortSignal): Promise<Post[]> {
  const others = ids.filter((id) => file.posts.every((post) => post.id !== id));
  const found = others.length > FEW ? await ofPage(slug, signal) : (await Promise.all(others.map((id) => ofPost(slug, id, signal)))).flat();
  return [...file.posts, ...found].filter(({ id }) => ids.includes(id));
}

const ofPost = async (slug: string, id: string, signal: AbortSignal): Promise<Post[]> =>
  parse(PostsPageSchema, await now(dataFile(postPath(slug, id)), signal), "post").posts;

const ofPage = async (slug: string, signal: AbortSignal): Promise<Post[]> =>
  postsOf(parse(ArticlePageSchema, await now(dataFile(articlePath(slug)), signal), "article").article.body);

/** Not as the browser has it, which may be what is shown. */
async function now(file: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetchInTime(address().data + file, { cache: "no-cache", signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}
