import { rarePart } from "#loading/hydration/hydrateOnIdle.tsx";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import rare from "../rare/rare.css?url";
import type { LiveProps } from "./LivePosts.tsx";

/** The posts of a live blog. Few stories are one, so code, words and styles are loaded on demand; until then the plain posts are shown. */
export const LivePosts = rarePart(
  async () => {
    const [{ LivePosts: Posts }, { loadLiveWords }] = await Promise.all([
      import("./LivePosts.tsx"),
      import("./liveWords.ts"),
      loadSheet(rare),
    ]);
    await loadLiveWords();
    return Posts;
  },
  ({ article: { body }, Blocks }: LiveProps) => <Blocks of={body.filter(({ type }) => type === "post")} />,
);
