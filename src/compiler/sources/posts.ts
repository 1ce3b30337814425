import { join, posix } from "node:path";
import type { Draft } from "../draft/draft.ts";
import { decodeFile, readStoryFile } from "./decode.ts";

/**
 * Returns a function that finds the story of a post by the folder of the post: for articles/landing/posts/touchdown.md, it is
 * articles/landing.md or articles/landing/index.md.
 * @param paths of all files that may hold stories
 */
export function storyFiles(paths: string[]): (path: string) => string | undefined {
  const stories = new Map(paths.map((path) => [withoutExtension(path).replace(/\/index$/u, ""), path]));
  return (path) => {
    const [, story] = /^(.+)\/posts\/[^/]+$/u.exec(path) ?? [];
    return story === undefined ? undefined : stories.get(story);
  };
}

const withoutExtension = (path: string): string => path.slice(0, path.length - posix.extname(path).length);

/** A post that is not published, and why. */
type Lost = { file: string; reason: string };

/**
 * Separates the posts of live blogs from stories. In the folder of a story that is not a live blog, they are stories too.
 * If a live blog could not be read, its posts are kept back with it.
 * @param folder that all files are in
 */
export async function postsApart(drafts: Draft[], folder: string): Promise<{ stories: Draft[]; posts: Draft[]; lost: Lost[] }> {
  const isLive = new Map(drafts.filter(({ postOf }) => postOf === undefined).map(({ file, liveBlog }) => [file, liveBlog !== undefined]));
  const [stories, posts, lost]: [Draft[], Draft[], Lost[]] = [[], [], []];
  const unread = new Set(drafts.flatMap(({ postOf }) => (postOf === undefined || isLive.has(postOf) ? [] : [postOf])));
  const lostBlogs = new Set<string>();
  for (const path of unread) if (await saysLive(join(folder, path))) lostBlogs.add(path);
  for (const draft of drafts) {
    const of = draft.postOf !== undefined && isLive.get(draft.postOf);
    if (draft.postOf !== undefined && lostBlogs.has(draft.postOf))
      lost.push({ file: draft.file, reason: `It is a post of ${draft.postOf}, which could not be read.` });
    else (of ? posts : stories).push(draft);
  }
  return { stories, posts, lost };
}

/** Whether a file that gave no story says that it is a live blog, in front matter or JSON. One that cannot be read at all may be. */
async function saysLive(path: string): Promise<boolean> {
  try {
    const text = decodeFile(await readStoryFile(path), path, () => {});
    return /(?:^|[\s{,"'])(?:type["']?\s*[:=]\s*["']?live-?blog\b|liveBlog["']?\s*[:=]|type"\s*:\s*"post")/imu.test(text);
  } catch {
    return true;
  }
}
