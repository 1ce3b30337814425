import { useId } from "react";
import { useEdition } from "../edition/EditionContext.ts";
import { useWords } from "../i18n/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { Status } from "../ui/Status.tsx";
import { pauseTrack, type PlayerState, resumeTrack, seek, skipBack, skipForward, stopTrack, usePlayer } from "./trackPlayer.ts";
import { RecordingPlace, RecordingRate, RecordingTime, SkipKey } from "./RecordingControls.tsx";
import { useRecordingWords } from "./recordingWords.ts";
import { useMediaSession } from "./useMediaSession.ts";
import { useNarrationMark } from "./useNarrationMark.ts";
import "../ui/button.css";

/** The small player of recordings. It stays when the page changes. */
export function RecordingDock() {
  const state = usePlayer();
  return state && <Dock state={state} />;
}

function Dock({ state }: { state: PlayerState }) {
  const words = useRecordingWords();
  const edition = useEdition();
  const { track, status } = state;
  useMediaSession(state, edition?.name ?? "");
  useNarrationMark(track);
  return (
    <section className="player recording-dock" aria-label={words.recording}>
      <p className="player-title" {...track.language}>
        <PageLink to={track.page}>{track.title}</PageLink>
      </p>
      <button className="tool" type="button" aria-label={words.stop} onClick={stop}>
        <Icon name="close" />
      </button>
      <RecordingPlace state={state} />
      <div className="meta">
        <Status>{status === "failed" && words.failed}</Status>
        <RecordingTime state={state} />
      </div>
      <Keys state={state} />
    </section>
  );
}

/** Moves the focus back into the page first: it would be lost with the player. */
function stop(): void {
  const back = document.querySelector<HTMLElement>(".recording-bar button") ?? document.querySelector("h1");
  back?.focus({ preventScroll: true });
  stopTrack();
}

function Keys({ state: { track, status, time, rate } }: { state: PlayerState }) {
  const every = useWords();
  const words = useRecordingWords();
  const id = useId();
  const { chapters = [] } = track.recording;
  const playing = status === "playing";
  const chapter = chapters.findLastIndex(({ start }) => start <= time);
  return (
    <div className="player-keys">
      <SkipKey step={-1} press={skipBack} />
      <button
        className="tool main-key"
        type="button"
        aria-label={playing ? every.pause : every.play}
        onClick={playing ? pauseTrack : resumeTrack}
      >
        <Icon name={playing ? "pause" : "play"} turns={!playing} />
      </button>
      <SkipKey step={1} press={skipForward} />
      <RecordingRate rate={rate} />
      {chapters.length > 1 && (
        <>
          <label className="unseen" htmlFor={`${id}chapter`}>
            {words.chapters}
          </label>
          <select id={`${id}chapter`} value={chapter} onChange={({ target }) => seek(chapters[Number(target.value)]?.start ?? 0)}>
            {chapter < 0 && <option value={-1}>{words.chapters}</option>}
            {chapters.map(({ start, title }, at) => (
              <option key={start} value={at}>
                {title}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}
