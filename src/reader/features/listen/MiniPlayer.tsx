import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { useEdition } from "../../edition/EditionContext.ts";
import { decoded } from "#content/decoded.ts";
import { articlePath } from "#content/paths.ts";
import { Icon } from "../../ui/Icon.tsx";
import { languageOf } from "../../i18n/languageOf.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { Status } from "../../ui/Status.tsx";
import { useWords } from "../../i18n/words.ts";
import { LargePlayer } from "./LargePlayer.tsx";
import { useListeningWords } from "./listeningWords.ts";
import { canSpeak, isPlayable } from "./playable.ts";
import type { PlayerProps } from "./Player.ts";
import { PlayerKeys } from "./PlayerKeys.tsx";
import type { PlayerState } from "./playerState.ts";
import { PlayerStatus } from "./PlayerStatus.tsx";
import { usePlayer } from "../../recordings/trackPlayer.ts";
import { RecordingPlace } from "../../recordings/RecordingControls.tsx";
import { useNarrationMark } from "../../recordings/useNarrationMark.ts";
import { useMediaKeys } from "./useMediaKeys.ts";
import { useSpokenMark } from "../../ui/useSpokenMark.ts";
import "../../ui/button.css";

/** The small player: what is being read or played. It stays while pages change. */
export function MiniPlayer({ player, state }: PlayerProps) {
  const words = useWords();
  const edition = useEdition();
  const { story } = state;
  const [isLarge, setIsLarge] = useState(false);
  const { pathname } = useLocation();
  const isOnPage = decoded(pathname) === decoded(articlePath(story.slug));
  const goToSpoken = useSpokenMark(isOnPage && state.voice ? state.parts[state.part] : undefined, state.sentence);
  const goToNarrated = useNarrationMark(state.recording);
  const played = usePlayer();
  useMediaKeys(player, state, state.recording ? played : undefined, edition?.name ?? "");
  useEffect(() => {
    // Some browsers keep speaking after the page is gone.
    const pause = () => player.pause();
    window.addEventListener("pagehide", pause);
    return () => window.removeEventListener("pagehide", pause);
  }, [player]);
  const onTitle = (event: { preventDefault: () => void }) => {
    if (!isOnPage) return;
    event.preventDefault();
    if (state.recording) goToNarrated();
    else goToSpoken();
  };
  return (
    <>
      <section className="player listening" aria-label={words.listen}>
        <p className="player-title" {...languageOf(story)} dir="auto">
          <PageLink to={articlePath(story.slug)} onClick={onTitle}>
            {story.headline}
          </PageLink>
        </p>
        <button className="tool" type="button" aria-label={words.stopListening} onClick={() => stop(player)}>
          <Icon name="close" />
        </button>
        {state.recording && played && <RecordingPlace state={played} />}
        <PlayerStatus state={state}>{!canSpeak() && <Unrecorded state={state} />}</PlayerStatus>
        <PlayerKeys player={player} state={state} enlarge={() => setIsLarge(true)} />
      </section>
      {isLarge && <LargePlayer player={player} state={state} onClose={() => setIsLarge(false)} />}
    </>
  );
}

/** Says that this browser skips stories without a recording: until the first one plays, and at one whose recording was withdrawn. */
function Unrecorded({ state: { status, queue, story } }: { state: PlayerState }) {
  const listeningWords = useListeningWords();
  const [hasPlayed, setHasPlayed] = useState(false);
  if (status === "playing" && !hasPlayed) setHasPlayed(true);
  const isSaid = !isPlayable(story) || (!hasPlayed && !queue.every(isPlayable));
  return <Status>{isSaid && listeningWords.unrecorded}</Status>;
}

/** Moves focus out of the player before it disappears: to the story's listen button, the button that shows the tools, or the headline. */
function stop(player: PlayerProps["player"]): void {
  const back = document.querySelector<HTMLElement>(".listen-tool:not([inert] *), .tools-toggle") ?? document.querySelector("h1");
  back?.focus({ preventScroll: true });
  player.stop();
}
