import type { ListPage } from "#content/pages/listPage.ts";
import type { SeriesPage } from "#content/pages/seriesPage.ts";
import { useStoryCache } from "../data/storyCache.ts";
import { listenTo } from "../features/listen/listening.ts";
import { useCanListen } from "../features/listen/playable.ts";
import { attempt } from "#loading/hydration/lazyImport.ts";
import { useWords } from "../i18n/words.ts";
import { useAnnounce } from "../toasts/AnnounceContext.ts";
import { Icon } from "../ui/Icon.tsx";
import "../ui/button.css";

/** Plays the stories of a list, newest first, and continues with older ones; those of a series in their order. */
export function ListenToList({ list }: { list: ListPage | SeriesPage }) {
  const words = useWords();
  const cache = useStoryCache();
  const say = useAnnounce();
  if (!useCanListen("days" in list ? list.days.flatMap(({ teasers }) => teasers) : list.teasers)) return null;
  const listen = () =>
    listenTo(
      import("../features/listen/queue.ts").then(({ queueOfPage }) => queueOfPage(list, cache, say)),
      cache,
    );
  return (
    <button className="button quiet needs-script" type="button" onClick={() => attempt(listen)}>
      <Icon name="listen" />
      {words.listen}
    </button>
  );
}
