import { join, posix } from "node:path";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import { decodeFile, readStoryFile } from "./storyFile.ts";

/**
 * Returns a function that finds the story of a post by the folder of the post: for articles/landing/posts/touchdown.md, it is
 * articles/landing.md or articles/landing/index.md.
 * @param paths of all files that may hold stories
 */
export function storyFiles(paths: string[]): (path: string) => string | undefined {
  const stories = new Map(paths.map((path) => [placeOf(path), path]));
  return (path) => {
    const above = aboveIn(path);
    return above === undefined ? undefined : stories.get(above);
  };
}

/** The folder that has the folder of a post, and so the path of its story without extension; undefined for another file. */
const aboveIn = (path: string): string | undefined => /^(.+)\/posts\/[^/]+$/u.exec(path)?.[1];

/** The path of a story without its extension, or of its folder if it is called index. */
const placeOf = (path: string): string => path.slice(0, path.length - posix.extname(path).length).replace(/\/index$/u, "");

/** A post that is not published, and why. */
type Lost = { file: string; reason: string };

/**
 * Separates the posts of live blogs from stories. In the folder of a story that is not a live blog, they are stories too.
 * If a live blog could not be read, its posts are kept back with it, and so are those that it was moved away from.
 * @param folder that all files are in
 * @param wasPost whether a file was published as a post before
 */
export async function postsApart(
  drafts: Draft[],
  folder: string,
  report: Report,
  wasPost: (file: string) => boolean = () => false,
): Promise<{ stories: Draft[]; posts: Draft[]; lost: Lost[] }> {
  const isLive = new Map(drafts.filter(({ postOf }) => postOf === undefined).map(({ file, liveBlog }) => [file, liveBlog !== undefined]));
  const [stories, posts, lost]: [Draft[], Draft[], Lost[]] = [[], [], []];
  const unread = new Set(drafts.flatMap(({ postOf }) => (postOf === undefined || isLive.has(postOf) ? [] : [postOf])));
  const lostBlogs = new Set<string>();
  const leftBehind = postsLeftBehind(drafts, isLive, report, wasPost);
  for (const path of unread) if (await saysLive(join(folder, path))) lostBlogs.add(path);
  for (const draft of drafts) {
    const of = draft.postOf !== undefined && isLive.get(draft.postOf);
    if (draft.postOf !== undefined && lostBlogs.has(draft.postOf))
      lost.push({ file: draft.file, reason: `It is a post of ${draft.postOf}, which could not be read.` });
    else if (leftBehind.has(aboveIn(draft.file) ?? "")) lost.push({ file: draft.file, reason: "It is a post without its live blog." });
    else (of ? posts : stories).push(draft);
  }
  return { stories, posts, lost };
}

/**
 * Reports folders of posts that lie beside no live blog, although one without posts has the name of the folder above them, one of them
 * is a key event, or was published as a post before. Any other folder "posts" may be one of stories, as Hugo and Astro have it.
 * @returns the folders above them
 */
function postsLeftBehind(
  drafts: Draft[],
  isLive: ReadonlyMap<string, boolean>,
  report: Report,
  wasPost: (file: string) => boolean,
): Set<string> {
  const folders = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { file, postOf } = draft;
    const above = postOf === undefined || (isLive.get(postOf) === false && wasPost(file)) ? aboveIn(file) : undefined;
    if (above !== undefined) folders.set(above, [...(folders.get(above) ?? []), draft]);
  }
  const withPosts = new Set(drafts.map(({ postOf }) => postOf));
  const blogs = drafts.filter(({ file, liveBlog }) => liveBlog !== undefined && !withPosts.has(file));
  const left = new Set<string>();
  for (const [above, posts] of folders) {
    const moved = blogs.find(({ file }) => posix.basename(placeOf(file)) === posix.basename(above));
    if (!moved && !posts.some(({ file, key }) => key === true || wasPost(file))) continue;
    left.add(above);
    const remedy = remedyFor(above, posts[0]?.postOf, moved?.file);
    const message = `The posts in ${above}/posts lie beside no live blog, so they were left out.`;
    report({ severity: "error", file: posts[0]?.file ?? above, message, remedy });
  }
  return left;
}

/** @param story the story that they lie beside, and `moved` the live blog with the name of their folder, elsewhere */
function remedyFor(above: string, story: string | undefined, moved: string | undefined): string {
  if (story !== undefined)
    return `Set the type of ${story} to liveBlog again; or move the posts to another folder, if they are stories now.`;
  if (moved !== undefined) return `Move the folder to ${placeOf(moved)}/posts, beside ${moved}.`;
  return `Move the folder beside its live blog, or name that ${above}.md again.`;
}

/** Whether a file that gave no story says that it is a live blog, in front matter or JSON. One that is empty, or cannot be read at all, may be. */
async function saysLive(path: string): Promise<boolean> {
  try {
    const text = decodeFile(await readStoryFile(path), path, () => {});
    return (
      text.trim() === "" || /(?:^|[\s{,"'])(?:type["']?\s*[:=]\s*["']?live-?blog\b|liveBlog["']?\s*[:=]|type"\s*:\s*"post")/imu.test(text)
    );
  } catch {
    return true;
  }
}
