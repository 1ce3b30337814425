import { posix } from "node:path";
import type { Draft } from "../draft/draft.ts";

/**
 * Gives the file of the story in whose folder of posts a file lies: of articles/landing/posts/touchdown.md
 * that is articles/landing.md, or articles/landing/index.md.
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

/** Parts posts of live blogs from stories. In the folder of a story that is none, they are stories too; where the story came to nothing, its posts are kept back with it. */
export function postsApart(drafts: Draft[]): { stories: Draft[]; posts: Draft[]; lost: Lost[] } {
  const isLive = new Map(drafts.filter(({ postOf }) => postOf === undefined).map(({ file, liveBlog }) => [file, liveBlog !== undefined]));
  const [stories, posts, lost]: [Draft[], Draft[], Lost[]] = [[], [], []];
  for (const draft of drafts) {
    const of = draft.postOf === undefined ? false : isLive.get(draft.postOf);
    if (of === undefined) lost.push({ file: draft.file, reason: `It is a post of ${draft.postOf}, which could not be read.` });
    else (of ? posts : stories).push(draft);
  }
  return { stories, posts, lost };
}
