import { Icon, type IconName } from "../ui/Icon.tsx";
import { useWords } from "../words/words.ts";
import { VoiceChoice } from "./VoiceChoice.tsx";
import type { PlayerProps } from "./player.ts";

/** Play and pause, the steps by paragraph and by story, and the choice of the voice. Without a voice there is only to try again, or to go to the next story. */
export function PlayerKeys({ player, state }: PlayerProps) {
  const words = useWords();
  const playing = state.status === "playing";
  const voiceless = state.status === "voiceless";
  return (
    <div className="player-keys">
      {!voiceless && <Key name={words.previousParagraph} icon="backward" press={() => player.skip(-1)} />}
      {voiceless ? (
        <button className="tool" type="button" onClick={() => player.play()}>
          <Icon name="again" />
          {words.tryAgain}
        </button>
      ) : (
        <Key
          name={playing ? words.pause : words.play}
          icon={playing ? "pause" : "play"}
          press={() => (playing ? player.pause() : player.play())}
        />
      )}
      {!voiceless && <Key name={words.nextParagraph} icon="forward" press={() => player.skip(1)} />}
      {!voiceless && <VoiceChoice player={player} state={state} />}
      {state.index + 1 < state.queue.length && (
        <button className="tool" type="button" onClick={() => player.next()}>
          {words.nextInQueue}
        </button>
      )}
    </div>
  );
}

function Key({ name, icon, press }: { name: string; icon: IconName; press: () => void }) {
  return (
    <button className="tool" type="button" aria-label={name} onClick={press}>
      <Icon name={icon} turns={icon !== "pause"} />
    </button>
  );
}
