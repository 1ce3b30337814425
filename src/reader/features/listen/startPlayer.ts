import { library } from "../../data/library/library.ts";
import { noteRead } from "../../data/library/noteRead.ts";
import { articleQuery } from "../../data/queries.ts";
import type { StoryCache } from "../../data/storyCache.ts";
import { storySource } from "../../data/storySource.ts";
import { playing } from "../../recordings/playing.ts";
import { loadRecordingWords } from "../../recordings/recordingWords.ts";
import type { Store } from "../../store/createStore.ts";
import { holdPlaying } from "./elsewhere.ts";
import { forgetPlace, forgetQueue, keepClosed, keepQueue } from "./keptQueue.ts";
import { MiniPlayer } from "./MiniPlayer.tsx";
import { isPlayable } from "./playable.ts";
import { type Listening, Player } from "./Player.ts";
import type { Place, PlayerState } from "./playerState.ts";
import { hasRecordingOf, queued, type QueueRequest } from "./queued.ts";

/** Starts the player, or gives the open one another queue. */
export async function startPlayer(
  listening: Store<Listening | undefined>,
  { stories, older }: QueueRequest,
  cache: StoryCache,
  place?: Place,
): Promise<void> {
  const known = stories.map((story) => queued({ ...story, hasRecording: story.hasRecording || isRecorded(story.slug, cache) }));
  if (!known.some(isPlayable)) return;
  await loadRecordingWords();
  playing.get()?.stop();
  const player = listening.get()?.player ?? createPlayer(listening, cache);
  player.start({ stories: known, older }, place);
}

/** Whether a loaded story has a recording. This is kept with the queue, which a browser that cannot read aloud may continue. */
const isRecorded = (slug: string, cache: StoryCache): boolean => hasRecordingOf(cache.getQueryData(articleQuery(slug).queryKey)?.article);

/** A player whose queue is kept, and whose stories are noted as heard. */
function createPlayer(listening: Store<Listening | undefined>, cache: StoryCache): Player {
  let before: PlayerState | undefined;
  const release = holdPlaying();
  const player: Player = new Player(storySource(cache), {
    changed: (state) => {
      if (state) keepQueue(state, before);
      else {
        if (before) keepClosed(before);
        release();
        leave();
        makeWay();
      }
      before = state;
      listening.set(state && { player, state, MiniPlayer });
    },
    heard: (story) => void noteRead(story, "heard"),
    end: () => {
      forgetQueue(before);
      before = undefined;
    },
  });
  // A recording that is not in the queue replaces this player.
  const makeWay = playing.subscribe(() => playing.get() && player.stop());
  // When a reader signs out, nothing must keep playing and noting what was heard.
  const leave = library().onEmptied(() => {
    before = undefined;
    forgetPlace();
    player.stop();
  });
  return player;
}
