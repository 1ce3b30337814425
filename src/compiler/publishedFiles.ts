import { storyPath } from "#content/edition/alternates.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { postPath } from "#content/paths.ts";
import { expiryOf } from "./draft/release/keptBack.ts";
import type { Draft } from "./draft/draft.ts";
import { type Joined, postId } from "./refine/livePosts.ts";
import type { Refined } from "./refine/refine.ts";
import type { PublishedFile, PublishedFiles } from "./state/sourceList.ts";

/** The content files from which a build publishes something, with the addresses of what it publishes. No others are named. */
export function publishedFiles(
  { open, openPosts, pages, found }: Pick<Joined, "open" | "openPosts" | "found"> & { pages: { open: Draft[] } },
  { articles, fileOf, own }: Pick<Refined, "articles" | "fileOf" | "own">,
  editions: LanguageEdition[] | undefined,
): PublishedFiles {
  const stories = new Map(articles.map((article) => [fileOf.get(article.slug) ?? "", article]));
  const paths = new Map<string, string[]>();
  const note = (file: string, path: string): void => void paths.set(file, [...(paths.get(file) ?? []), path]);
  for (const article of articles) note(fileOf.get(article.slug) ?? "", storyPath(article, editions));
  for (const { file, value } of own.pages) note(file, value.path);
  for (const post of openPosts) {
    const story = stories.get(post.postOf ?? "");
    if (story) note(post.file, storyPath(story, editions).replace(/\/article\/[^/]+$/u, postPath(story.slug, postId(post))));
  }
  const all = [...open, ...openPosts, ...pages.open];
  return new Map(
    all.map((draft): [string, PublishedFile] => {
      const { file, moments = [] } = draft;
      const ends = expiryOf({ moments });
      return [
        file,
        {
          at: paths.get(file) ?? [],
          ...(ends !== undefined && { expires: new Date(ends).toISOString() }),
          ...(found.guessed.has(file) && { isGuessed: true as const }),
        },
      ];
    }),
  );
}
