import type { Article } from "#content/article.ts";
import { SinceRead } from "../features/updates/SinceRead.tsx";
import { KeepVisited } from "../features/offline/KeepVisited.tsx";
import { Highlights } from "../features/library/highlights/Highlights.tsx";
import { PictureViewer } from "../features/article/lightbox/PictureViewer.tsx";
import { NotePopover } from "../features/article/notes/NotePopover.tsx";
import { ParagraphLinks } from "../features/sharing/ParagraphLinks.tsx";
import { SelectionToolbar } from "../features/library/highlights/SelectionToolbar.tsx";
import { StoryPlace } from "../features/article/place/StoryPlace.tsx";
import { useChangeOffer } from "../features/updates/useChangeOffer.ts";
import { useNewsElsewhere } from "../features/updates/useNewsOffer.ts";

/** What runs while a story is read and shows nothing until it is wanted: what answers in the text, and what tells of changes. */
export function ArticleTasks({ article }: { article: Article }) {
  useNewsElsewhere(useChangeOffer(article));
  return (
    <>
      <KeepVisited page={article} />
      {!article.liveBlog && <SinceRead article={article} />}
      <ParagraphLinks slug={article.slug} />
      <SelectionToolbar story={article} />
      <Highlights article={article} />
      <StoryPlace />
      <NotePopover article={article} />
      <PictureViewer article={article} />
    </>
  );
}
