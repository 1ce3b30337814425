import { languageOf } from "../../i18n/languageOf.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { usePlayer } from "../../recordings/trackPlayer.ts";
import { RecordingPlace, SkipKey } from "../../recordings/RecordingControls.tsx";
import { useListeningWords } from "./listeningWords.ts";
import { isPlayable, nextPlayable } from "./playable.ts";
import type { PlayerProps } from "./Player.ts";
import { Choices, isWaiting, Key } from "./PlayerKeys.tsx";
import { PlayerStatus } from "./PlayerStatus.tsx";
import type { QueuedStory } from "./queued.ts";

/** The player with controls large enough for use in a car, and the headlines of its queue. */
export function LargePlayer({ player, state, onClose }: PlayerProps & { onClose: () => void }) {
  const words = useWords();
  const listeningWords = useListeningWords();
  const played = usePlayer();
  const { story, queue, index } = state;
  return (
    <Dialog title={words.listen} className="large-player" onClose={onClose}>
      <p className="large-title" {...languageOf(story)} dir="auto">
        {story.headline}
      </p>
      <PlayerStatus state={state}>{!queue.every(isPlayable) && <p>{listeningWords.unrecorded}</p>}</PlayerStatus>
      {state.recording && played && <RecordingPlace state={played} />}
      <LargeKeys player={player} state={state} />
      {(state.voice ?? state.recording) && (
        <div className="player-keys">
          <Choices player={player} state={state} />
        </div>
      )}
      {queue.length > 1 && <QueueList queue={queue} index={index} goTo={(at) => player.goTo(at)} />}
    </Dialog>
  );
}

/** Play and pause, skipping by story if there are several, and skipping within the story. */
function LargeKeys({ player, state }: PlayerProps) {
  const words = useWords();
  const listeningWords = useListeningWords();
  const { status, queue, index, older } = state;
  const waiting = isWaiting(state);
  const isQueue = queue.filter(isPlayable).length > 1;
  const isLast = nextPlayable(queue, index + 1) === undefined && !older;
  const playing = status === "playing";
  const press = () => (playing ? player.pause() : player.play());
  return (
    <div className="large-keys">
      {isQueue && <Key name={listeningWords.previousInQueue} icon="backward" press={() => player.previous()} />}
      <Key className="main-key" name={playing ? words.pause : words.play} icon={playing ? "pause" : "play"} waits={waiting} press={press} />
      {isQueue && <Key name={words.nextInQueue} icon="forward" waits={isLast} press={() => !isLast && player.next()} />}
      {state.recording ? (
        <>
          <SkipKey step={-1} waits={waiting} press={() => player.skip(-1)} />
          <SkipKey step={1} waits={waiting} press={() => player.skip(1)} />
        </>
      ) : (
        <>
          <Key name={words.previousParagraph} icon="left" waits={waiting} press={() => player.skip(-1)} />
          <Key name={words.nextParagraph} icon="right" waits={waiting} press={() => player.skip(1)} />
        </>
      )}
    </div>
  );
}

/** The headlines of the queue, each a button that plays its story. */
function QueueList({ queue, index, goTo }: { queue: QueuedStory[]; index: number; goTo: (index: number) => void }) {
  const words = useWords();
  const listeningWords = useListeningWords();
  return (
    <>
      <h3>{listeningWords.queue}</h3>
      <ol role="list" className="queue">
        {queue.map((story, at) => (
          <li key={story.slug}>
            <button
              className="plain"
              type="button"
              aria-current={at === index || undefined}
              aria-disabled={!isPlayable(story) || undefined}
              onClick={() => isPlayable(story) && goTo(at)}
            >
              <span {...languageOf(story)} dir="auto">
                {story.headline}
              </span>{" "}
              {story.minutes !== undefined && <small>{words.minutes(story.minutes)}</small>}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
