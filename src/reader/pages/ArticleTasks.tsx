import type { Article } from "#content/article.ts";
import { SinceRead } from "../features/updates/SinceRead.tsx";
import { KeepVisited } from "../features/offline/KeepVisited.tsx";
import { Highlights } from "../features/library/highlights/Highlights.tsx";
import { PictureViewer } from "../features/article/lightbox/PictureViewer.tsx";
import { NotePopover } from "../features/article/notes/NotePopover.tsx";
import { ParagraphLinks } from "../features/sharing/ParagraphLinks.tsx";
import { changeSetting, useSettings } from "../features/settings/settingsStore.ts";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { SelectionToolbar } from "../features/library/highlights/SelectionToolbar.tsx";
import { StoryPlace } from "../features/article/place/StoryPlace.tsx";
import { useChangeOffer } from "../features/updates/useChangeOffer.ts";
import { NameLinks } from "./names/NameLinks.tsx";
import { useNewsElsewhere } from "../features/updates/useNewsOffer.ts";

const PagedStory = lazyPart(() =>
  Promise.all([import("../features/article/paged/PagedStory.tsx"), import("../features/article/paged/pagedWords.ts")]).then(
    async ([{ PagedStory }, { loadPaged }]) => {
      await loadPaged();
      return PagedStory;
    },
  ),
);

/** What runs while a story is open and shows nothing until it is used: the interaction with the text, and notices of changes. */
export function ArticleTasks({ article }: { article: Article }) {
  const { paged, cards } = useSettings();
  useNewsElsewhere(useChangeOffer(article));
  return (
    <>
      <KeepVisited page={article} />
      {/* The beginning of a closed story must not be taken for an earlier version of the whole. */}
      {!article.liveBlog && (!article.members || article.members.opened) && <SinceRead article={article} />}
      <ParagraphLinks slug={article.slug} />
      <SelectionToolbar story={article} />
      <Highlights article={article} />
      <StoryPlace />
      {paged !== "off" && <PagedStory look={paged} onLeave={() => changeSetting("paged", "off")} />}
      <NotePopover article={article} />
      <NameLinks isOff={cards === "off"} article={article} />
      <PictureViewer article={article} />
    </>
  );
}
