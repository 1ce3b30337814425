import { useLibraryWords } from "../data/libraryWords.ts";
import { useStoryCache } from "../data/storyCache.ts";
import { listenTo } from "../features/listen/listening.ts";
import type { QueueRequest } from "../features/listen/queued.ts";
import { useCanListen } from "../features/listen/playable.ts";
import { attempt } from "#loading/hydration/lazyImport.ts";
import { useWords } from "../i18n/words.ts";
import { Icon } from "../ui/Icon.tsx";
import "../ui/button.css";

type Props = {
  stories: QueueRequest["stories"];
  /** How long it takes, where that is known. */
  minutes?: number;
};

/** Reads stories aloud, in the order of their list. */
export function ListenToAll({ stories, minutes }: Props) {
  const words = useWords();
  const own = useLibraryWords();
  const cache = useStoryCache();
  if (!useCanListen(stories)) return null;
  const listen = () => listenTo({ stories }, cache);
  return (
    <button className="button quiet" type="button" onClick={() => attempt(listen)}>
      <Icon name="listen" />
      {minutes === undefined ? own.listenToAll : own.withCount(own.listenToAll, words.minutes(minutes))}
    </button>
  );
}
