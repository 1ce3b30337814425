import type { Article } from "#content/article.ts";
import { Story } from "../article/Story.tsx";
import { CopyDesk } from "./copy/CopyDesk.tsx";
import { PictureViewer } from "./lightbox/PictureViewer.tsx";
import { NotePopover } from "./notes/NotePopover.tsx";
import { ParagraphLinks } from "./ParagraphLinks.tsx";
import { PassageTool } from "./passage/PassageTool.tsx";
import { StoryPlace } from "./passage/StoryPlace.tsx";
import { StoryTools } from "./StoryTools.tsx";

/** A story, and everything that a reader can do with it. */
export function StoryWithTools({ article, hyphenated }: { article: Article; hyphenated?: string | undefined }) {
  return (
    <CopyDesk>
      <Story article={article} hyphenated={hyphenated} tools={<StoryTools article={article} />} />
      <ParagraphLinks slug={article.slug} />
      <PassageTool slug={article.slug} />
      <StoryPlace />
      <NotePopover article={article} />
      <PictureViewer article={article} />
    </CopyDesk>
  );
}
