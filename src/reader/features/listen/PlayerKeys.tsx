import { Icon, type IconName } from "../../ui/Icon.tsx";
import { useWords } from "../../i18n/words.ts";
import { VoiceChoice } from "./VoiceChoice.tsx";
import { useListeningWords } from "./listeningWords.ts";
import type { PlayerProps } from "./player.ts";
import { type PlayerState, SLEEPS } from "./playerState.ts";
import { useRecordingWords } from "../../recordings/recordingWords.ts";

/** Play and pause, the steps by paragraph and by story, and the choice of the voice. They work once there is one; without, there is only to try again, or to go to the next story. */
export function PlayerKeys({ player, state, enlarge }: PlayerProps & { enlarge: () => void }) {
  const words = useWords();
  const own = useListeningWords();
  const playing = state.status === "playing";
  const voiceless = state.status === "voiceless";
  const waiting = isWaiting(state);
  return (
    <div className="player-keys">
      {!voiceless && <Key name={words.previousParagraph} icon="backward" waits={waiting} press={() => player.skip(-1)} />}
      {voiceless ? (
        <button className="tool" type="button" onClick={() => player.play()}>
          <Icon name="again" />
          {words.tryAgain}
        </button>
      ) : (
        <Key
          name={playing ? words.pause : words.play}
          icon={playing ? "pause" : "play"}
          waits={waiting}
          press={() => (playing ? player.pause() : player.play())}
        />
      )}
      {!voiceless && <Key name={words.nextParagraph} icon="forward" waits={waiting} press={() => player.skip(1)} />}
      {state.voice && <VoiceChoice player={player} state={state} />}
      {state.voice && <SleepChoice player={player} state={state} />}
      {state.index + 1 < state.queue.length && (
        <button className="tool next-story" type="button" onClick={() => player.next()}>
          {words.nextInQueue}
        </button>
      )}
      <Key name={own.largePlayer} icon="menu" press={enlarge} />
    </div>
  );
}

export const isWaiting = ({ status }: PlayerState): boolean => status === "waiting" || status === "loading";

/** When the voice falls silent by itself. */
export function SleepChoice({ player, state }: PlayerProps) {
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

/** A key that waits keeps the focus: it may just have been given it. */
export function Key({ name, icon, waits, press }: { name: string; icon: IconName; waits?: boolean; press: () => void }) {
  return (
    <button className="tool" type="button" aria-label={name} aria-disabled={waits || undefined} onClick={press}>
      <Icon name={icon} turns={icon !== "pause" && icon !== "menu"} />
    </button>
  );
}
