import { Icon, type IconName } from "../../ui/Icon.tsx";
import { useWords } from "../../i18n/words.ts";
import { VoiceChoice } from "./VoiceChoice.tsx";
import { useListeningWords } from "./listeningWords.ts";
import { nextPlayable } from "./playable.ts";
import type { PlayerProps } from "./Player.ts";
import { type PlayerState, SLEEPS } from "./playerState.ts";
import { usePlayer } from "../../recordings/trackPlayer.ts";
import { RecordingRate, SkipKey } from "../../recordings/RecordingControls.tsx";
import { useRecordingWords } from "../../recordings/recordingWords.ts";

/**
 * Play and pause, skipping within the story and to the next one, and the large player, which has the rest. A phone shows the first
 * and the last. Without a voice or a recording the reader can only try again or go to the next story.
 */
export function PlayerKeys({ player, state, enlarge }: PlayerProps & { enlarge: () => void }) {
  const words = useWords();
  const listeningWords = useListeningWords();
  const playing = state.status === "playing";
  const voiceless = state.status === "voiceless";
  const waiting = isWaiting(state);
  return (
    <div className="player-keys">
      {!voiceless && <Skip step={-1} player={player} state={state} />}
      {voiceless ? (
        <button className="tool main-key" type="button" onClick={() => player.play()}>
          <Icon name="again" />
          {words.tryAgain}
        </button>
      ) : (
        <Key
          className="main-key"
          name={playing ? words.pause : words.play}
          icon={playing ? "pause" : "play"}
          waits={waiting}
          press={() => (playing ? player.pause() : player.play())}
        />
      )}
      {!voiceless && <Skip step={1} player={player} state={state} />}
      {nextPlayable(state.queue, state.index + 1) !== undefined && (
        <button className="tool next-story" type="button" onClick={() => player.next()}>
          {words.nextInQueue}
        </button>
      )}
      <Key className="enlarge" name={listeningWords.largePlayer} icon="menu" press={enlarge} />
    </div>
  );
}

export const isWaiting = ({ status }: PlayerState): boolean => status === "waiting" || status === "loading";

/** Skips by a paragraph, or by some seconds of a recording. */
function Skip({ step, player, state }: PlayerProps & { step: 1 | -1 }) {
  const words = useWords();
  const press = () => player.skip(step);
  if (state.recording) return <SkipKey step={step} waits={isWaiting(state)} press={press} />;
  return (
    <Key
      name={step < 0 ? words.previousParagraph : words.nextParagraph}
      icon={step < 0 ? "backward" : "forward"}
      waits={isWaiting(state)}
      press={press}
    />
  );
}

/** Speed, voice and sleep timer, once there is something to hear. */
export function Choices({ player, state }: PlayerProps) {
  const played = usePlayer();
  if (!state.voice && !state.recording) return null;
  return (
    <>
      {state.recording ? played && <RecordingRate rate={played.rate} /> : <VoiceChoice player={player} state={state} />}
      <SleepChoice player={player} state={state} />
    </>
  );
}

/** The sleep timer: when the player stops by itself. */
function SleepChoice({ player, state }: PlayerProps) {
  const words = useWords();
  const { sleepTimer, noSleepTimer, atEndOfStory } = useRecordingWords();
  const name = (sleep: (typeof SLEEPS)[number]) => (sleep === 0 ? noSleepTimer : sleep === "story" ? atEndOfStory : words.minutes(sleep));
  return (
    <select
      aria-label={sleepTimer}
      value={state.sleep}
      onChange={({ target }) => player.setSleep(SLEEPS.find((sleep) => String(sleep) === target.value) ?? 0)}
    >
      {SLEEPS.map((sleep) => (
        <option key={sleep} value={sleep}>
          {name(sleep)}
        </option>
      ))}
    </select>
  );
}

type KeyProps = { name: string; icon: IconName; waits?: boolean; press: () => void; className?: string };

/** Not `disabled` while it waits, so that it keeps focus. */
export function Key({ name, icon, waits, press, className }: KeyProps) {
  return (
    <button
      className={className ? `tool ${className}` : "tool"}
      type="button"
      aria-label={name}
      aria-disabled={waits || undefined}
      onClick={press}
    >
      <Icon name={icon} turns={icon !== "pause" && icon !== "menu"} />
    </button>
  );
}
