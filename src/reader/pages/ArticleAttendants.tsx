import type { Article } from "#content/article.ts";
import { SinceRead } from "../fresh/SinceRead.tsx";
import { KeepVisited } from "../offline/KeepVisited.tsx";
import { Highlights } from "../tools/highlights/Highlights.tsx";
import { PictureViewer } from "../tools/lightbox/PictureViewer.tsx";
import { NotePopover } from "../tools/notes/NotePopover.tsx";
import { ParagraphLinks } from "../tools/ParagraphLinks.tsx";
import { PassageTool } from "../tools/passage/PassageTool.tsx";
import { StoryPlace } from "../tools/passage/StoryPlace.tsx";
import { useChangeOffer } from "./useChangeOffer.ts";
import { useNewsElsewhere } from "./useNewsOffer.ts";

/** Who stands by while a story is read and shows nothing until then: what answers in the text, and what tells of changes. */
export function ArticleAttendants({ article }: { article: Article }) {
  useNewsElsewhere(useChangeOffer(article));
  return (
    <>
      <KeepVisited article={article} />
      <SinceRead article={article} />
      <ParagraphLinks slug={article.slug} />
      <PassageTool story={article} />
      <Highlights article={article} />
      <StoryPlace />
      <NotePopover article={article} />
      <PictureViewer article={article} />
    </>
  );
}
