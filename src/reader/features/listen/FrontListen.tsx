import type { FrontPage } from "#content/pages/frontPage.ts";
import { useLibrary, useReady } from "../../data/library/useLibrary.ts";
import { useMoreWords } from "../../data/libraryWords.ts";
import { useStoryCache } from "../../data/storyCache.ts";
import { attempt } from "#loading/hydration/lazyImport.ts";
import { useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { keptQueue } from "./keptQueue.ts";
import { listenTo, useListening } from "./listening.ts";
import { resumeQueue, resumeText } from "./offerQueue.ts";
import { canSpeak, isPlayable } from "./playable.ts";
import { unheard } from "./queue.ts";
import { minutesOf, queued } from "./queued.ts";

/** How many characters of a headline fit in a line on a phone. */
const SHORT = 14;

/** Buttons that read the front page aloud, or continue the last queue. Their words are loaded on demand, so that the page does not wait. */
export function FrontListen({ front }: { front: FrontPage }) {
  const words = useWords();
  const more = useMoreWords();
  const cache = useStoryCache();
  const isReady = useReady();
  const isPlaying = useListening() !== undefined;
  // The library has the stories to leave out, and the last queue.
  useLibrary("muted");
  useLibrary("read");
  useLibrary("listening");
  if (!isReady || !more) return null;
  const { library, listening } = more;
  const queue = { stories: unheard(storiesOf(front)).map(queued) };
  // These are reading times: the lengths of recordings are not known yet.
  const minutes = canSpeak() ? minutesOf(queue.stories) : undefined;
  const kept = isPlaying ? undefined : keptQueue();
  const listen = () => listenTo(queue, cache);
  return (
    <>
      {kept && (
        <button className="plain more-link" type="button" onClick={() => resumeQueue(kept, cache)}>
          <Icon name="play" />
          <span>{resumeText(kept, { ...listening, ...library }, SHORT)}</span>
        </button>
      )}
      {queue.stories.some(isPlayable) && (
        <button className="plain more-link" type="button" onClick={() => attempt(listen)}>
          <Icon name="listen" />
          <span>
            {minutes === undefined ? listening.listenToFront : library.withCount(listening.listenToFront, words.minutes(minutes))}
          </span>
        </button>
      )}
    </>
  );
}

/** The stories of the page, in page order. */
function storiesOf({ lead, also, latest, top, longRead, strips = [], sections }: FrontPage) {
  return [
    ...(lead ? [lead] : []),
    ...also,
    ...latest,
    ...top,
    ...(longRead ? [longRead] : []),
    ...[...strips, ...sections].flatMap(({ teasers }) => teasers),
  ];
}
