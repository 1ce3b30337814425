import type { ReactNode } from "react";
import type { Article } from "#content/article.ts";
import { Story } from "../features/article/Story.tsx";
import { CopyDesk } from "../features/sharing/CopyDesk.tsx";
import { StoryTools } from "./StoryTools.tsx";

type Props = {
  article: Article;
  hyphenated?: string | undefined;
  /** Whether all of its text is shown, or what the window holds of it. */
  isWhole: boolean;
  /** What answers in the text, see ArticleTasks. */
  children: ReactNode;
};

/** A story, and everything that a reader can do with it. */
export function StoryWithTools({ article, hyphenated, isWhole, children }: Props) {
  return (
    <CopyDesk>
      <Story article={article} hyphenated={hyphenated} isWhole={isWhole} tools={<StoryTools article={article} />} />
      {children}
    </CopyDesk>
  );
}
